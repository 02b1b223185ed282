using Microsoft.Extensions.Logging;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Decoding;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>A transcriber with its pool, made as the backend makes it.</summary>
internal sealed class Transcribing : IDisposable
{
    private readonly RecogniserPool _pool;

    public Transcribing(
        int recognisers = 2, RecogniserInstallation? installation = null, LocalAwsOptions? options = null, Func<ISegmentRecogniser>? create = null)
    {
        installation ??= RecogniserInstallation.Default;
        options ??= new LocalAwsOptions();
        _pool = new RecogniserPool(create ?? (() => PocketSphinxRecogniser.Create(installation, options.Preset)), recognisers);
        Transcriber = new MediaTranscriber(
            installation,
            _pool,
            new MediaInspector(options, TimeProvider.System, Loggers.CreateLogger<MediaInspector>()),
            new PcmDecoder(options, TimeProvider.System, Loggers.CreateLogger<PcmDecoder>()));
    }

    public RecordingLoggers Loggers { get; } = new();

    public IMediaTranscriber Transcriber { get; }

    public Task<TranscribedMedia> TranscribeAsync(
        string path, string? format = null, int? rate = null, bool channels = false, IProgress<double>? progress = null,
        WordRules? words = null, CancellationToken cancellationToken = default) =>
        Transcriber.TranscribeAsync(
            new MediaToTranscribe(path, "job-1", "000000000000", "en-US", format, rate, channels, words), progress, cancellationToken);

    public async Task<string> RefusalAsync(string path, string? format = null, int? rate = null) =>
        (await Assert.ThrowsAsync<MediaFailureException>(() => TranscribeAsync(path, format, rate))).Message;

    public void Dispose() => _pool.Dispose();
}

/// <summary>Calls back at once, on the reporting thread.</summary>
internal sealed class ImmediateProgress(Action<double> report) : IProgress<double>
{
    public void Report(double value) => report(value);
}
