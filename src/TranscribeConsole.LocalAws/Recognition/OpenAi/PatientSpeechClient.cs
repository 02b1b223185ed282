using Microsoft.Extensions.Logging;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>Tries again what may pass: a server that restarts, is busy or drops a connection costs a job time, not its life.</summary>
internal sealed partial class PatientSpeechClient(
    SpeechClient client, OpenAiRecogniserOptions options, TimeProvider time, ILogger<PatientSpeechClient> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestAskedFor = TimeSpan.FromMinutes(10);

    /// <exception cref="MediaFailureException">It went on failing, or no further try makes sense; the message says why.</exception>
    public async Task<SpeechAnswer> TranscribeAsync(string jobName, SpeechRequest speech, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await client.TranscribeAsync(speech, cancellationToken);
            }
            catch (SpeechFailureException e) when (e.MayPass && attempt <= options.Retries)
            {
                var wait = Wait(attempt, e.RetryAfter);
                Log.Waiting(logger, client.Server, jobName, e.Message, wait, attempt, options.Retries);
                await Task.Delay(wait, time, cancellationToken);
            }
            catch (SpeechFailureException e)
            {
                var tries = attempt == 1 ? "" : $" after {attempt} tries";
                Log.GivenUp(logger, client.Server, jobName, e.Message, attempt);
                throw new MediaFailureException($"The recogniser at {client.Server} gave no transcription{tries}: {e.Message}.");
            }
        }
    }

    // 1, 2, 4 … 30 s; longer when the server says so, but not without end.
    private static TimeSpan Wait(int attempt, TimeSpan? askedFor)
    {
        var growing = FirstWait * Math.Pow(2, Math.Min(attempt - 1, 10));
        var own = growing < LongestWait ? growing : LongestWait;
        if (askedFor is not { } asked || asked <= own) return own;
        return asked < LongestAskedFor ? asked : LongestAskedFor;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The recogniser at {Server} failed for job {JobName}: {What}. Trying again in {Wait} ({Attempt} of {Retries}).")]
        public static partial void Waiting(ILogger logger, string server, string jobName, string what, TimeSpan wait, int attempt, int retries);

        [LoggerMessage(LogLevel.Error, "The recogniser at {Server} gave no transcription for job {JobName}: {What}, in try {Attempt}.")]
        public static partial void GivenUp(ILogger logger, string server, string jobName, string what, int attempt);
    }
}
