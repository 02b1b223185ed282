using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Recognition.OpenAi;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>Looks whether the recogniser that the settings choose can run: what is installed, or whether the server answers. Each call looks anew.</summary>
public sealed class RecogniserProbe : IDisposable
{
    private const string ModelName = "US English (en-us, CMU)";

    private readonly RecogniserInstallation _installation;
    private readonly LocalAwsOptions _options;
    private readonly SpeechClient? _client;

    public RecogniserProbe(LocalAwsOptions options, TimeProvider time)
        : this(RecogniserInstallation.Default, options, time)
    {
    }

    internal RecogniserProbe(RecogniserInstallation installation, LocalAwsOptions options, TimeProvider time)
    {
        (_installation, _options) = (installation, options);
        if (options.Recogniser == RecogniserKind.OpenAi) _client = new SpeechClient(options.OpenAi, time);
    }

    /// <summary>Takes milliseconds, or a few seconds when a server does not answer.</summary>
    public Task<RecogniserStatus> ProbeAsync(CancellationToken cancellationToken) =>
        _client is null ? Task.FromResult(ProbeInstallation()) : ProbeServerAsync(_client, cancellationToken);

    public void Dispose() => _client?.Dispose();

    private RecogniserStatus ProbeInstallation()
    {
        var problem = _installation.Problem();
        return new RecogniserStatus(PocketSphinxLibrary.EngineName, problem is null ? PocketSphinxLibrary.Version : null, ModelName, problem);
    }

    private async Task<RecogniserStatus> ProbeServerAsync(SpeechClient client, CancellationToken cancellationToken)
    {
        return new RecogniserStatus(LocalAwsCapabilities.Of(_options).EngineName, Version: null, _options.OpenAi.Model, await ProblemAsync());

        async Task<string?> ProblemAsync()
        {
            if (_installation.FindPrograms() is null) return RecogniserInstallation.NoFfmpeg;
            try
            {
                await client.ProbeAsync(cancellationToken);
                return null;
            }
            catch (SpeechFailureException e)
            {
                return $"The recogniser at {client.Server} can't be used: {e.Message}.";
            }
        }
    }
}
