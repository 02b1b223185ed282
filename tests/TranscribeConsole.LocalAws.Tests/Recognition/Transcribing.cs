using Microsoft.Extensions.Logging;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Decoding;
using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.LocalAws.Recognition.OpenAi;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>A transcriber with its pool, made as the backend makes it.</summary>
internal sealed class Transcribing : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    /// <summary>With the built-in recogniser.</summary>
    public Transcribing(
        int recognisers = 2, RecogniserInstallation? installation = null, LocalAwsOptions? options = null, Func<ISegmentRecogniser>? create = null)
    {
        installation ??= RecogniserInstallation.Default;
        options ??= new LocalAwsOptions();
        var pool = new RecogniserPool(create ?? (() => PocketSphinxRecogniser.Create(installation, options.Preset)), recognisers);
        _owned.Add(pool);
        Transcriber = New(installation, new BuiltInRecogniser(installation, pool), options);
    }

    /// <summary>With a server.</summary>
    public Transcribing(OpenAiRecogniserOptions server, TimeProvider time)
    {
        var client = new SpeechClient(server, time);
        _owned.Add(client);
        var patient = new PatientSpeechClient(client, server, time, Loggers.CreateLogger<PatientSpeechClient>());
        Transcriber = New(RecogniserInstallation.Default, new OpenAiRecogniser(patient, server), new LocalAwsOptions());
    }

    public RecordingLoggers Loggers { get; } = new();

    public IMediaTranscriber Transcriber { get; }

    public Task<TranscribedMedia> TranscribeAsync(
        string path, string? format = null, int? rate = null, bool channels = false, IProgress<double>? progress = null,
        WordRules? words = null, CancellationToken cancellationToken = default) =>
        TranscribeAsync(path, JobLanguage.Specific("en-US"), media => media with
        {
            MediaFormat = format,
            MediaSampleRateHertz = rate,
            ChannelIdentification = channels,
            Words = new Dictionary<string, LanguageWords> { ["en-US"] = new(words ?? WordRules.None, []) },
        }, progress, cancellationToken);

    public Task<TranscribedMedia> TranscribeAsync(
        string path, JobLanguage language, Func<MediaToTranscribe, MediaToTranscribe>? change = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var media = new MediaToTranscribe(path, "job-1", "000000000000", language, null, null, ChannelIdentification: false);
        return Transcriber.TranscribeAsync(change?.Invoke(media) ?? media, progress, cancellationToken);
    }

    public async Task<string> RefusalAsync(string path, string? format = null, int? rate = null) =>
        (await Assert.ThrowsAsync<MediaFailureException>(() => TranscribeAsync(path, format, rate))).Message;

    public void Dispose() => _owned.ForEach(owned => owned.Dispose());

    private MediaTranscriber New(RecogniserInstallation installation, IRecogniser recogniser, LocalAwsOptions options) => new(
        installation,
        recogniser,
        new MediaInspector(options, TimeProvider.System, Loggers.CreateLogger<MediaInspector>()),
        new PcmDecoder(options, TimeProvider.System, Loggers.CreateLogger<PcmDecoder>()),
        new RecognitionTelemetry(new LocalAwsMeter(), options));
}

/// <summary>Calls back at once, on the reporting thread.</summary>
internal sealed class ImmediateProgress(Action<double> report) : IProgress<double>
{
    public void Report(double value) => report(value);
}
