using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Tests.Jobs;

/// <summary>In the place of recognition: each job does what its script says; without one it says "hello" at once.</summary>
internal sealed class ScriptedTranscriber : IMediaTranscriber
{
    private readonly Dictionary<string, Func<MediaToTranscribe, CancellationToken, Task<TranscribedMedia>>> _scripts = [];
    private readonly List<MediaToTranscribe> _calls = [];

    /// <summary>What was transcribed so far, in the order of the calls.</summary>
    public IReadOnlyList<MediaToTranscribe> Calls
    {
        get { lock (_calls) return [.. _calls]; }
    }

    public void Script(string jobName, Func<MediaToTranscribe, CancellationToken, Task<TranscribedMedia>> script) => _scripts[jobName] = script;

    /// <summary>Makes the job hang until it is cancelled; the result completes when it has begun.</summary>
    public Task HangAsync(string jobName)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Script(jobName, async (_, cancellationToken) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Saying(jobName, "never");
        });
        return begun.Task;
    }

    /// <summary>Makes the job wait until the result is completed.</summary>
    public TaskCompletionSource Gate(string jobName)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Script(jobName, async (_, cancellationToken) =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            return Saying(jobName, "hello");
        });
        return gate;
    }

    public Task<TranscribedMedia> TranscribeAsync(MediaToTranscribe media, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        lock (_calls) _calls.Add(media);
        return _scripts.TryGetValue(media.JobName, out var script)
            ? script(media, cancellationToken)
            : Task.FromResult(Saying(media.JobName, "hello"));
    }

    public static TranscribedMedia Saying(string jobName, string word)
    {
        var builder = new TranscriptBuilder(jobName, LocalAwsAccount.Id);
        builder.BeginSegment(TimeSpan.Zero, TimeSpan.FromSeconds(1));
        builder.AddWord(word, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.9), 0.9);
        builder.AddPunctuation(".");
        builder.EndSegment();
        return new TranscribedMedia(builder.Build(), "wav", 16_000);
    }
}
