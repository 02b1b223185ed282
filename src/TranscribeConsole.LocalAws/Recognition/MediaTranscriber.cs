using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Decoding;
using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Recognition.Languages;

namespace TranscribeConsole.LocalAws.Recognition;

/// <inheritdoc cref="IMediaTranscriber"/>
/// <remarks>
/// ffmpeg, the splitter and the recogniser work at the same time, joined by waiting: when enough segments of this media are in
/// work, the splitter waits, nobody reads the pipe, and ffmpeg stands still. So a job needs a few megabytes, whatever its length.
/// </remarks>
internal sealed class MediaTranscriber(
    RecogniserInstallation installation, IRecogniser recogniser, MediaInspector inspector, PcmDecoder decoder, RecognitionTelemetry telemetry) : IMediaTranscriber
{
    public async Task<TranscribedMedia> TranscribeAsync(MediaToTranscribe media, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (recogniser.Problem() is { } problem) throw new MediaFailureException(problem);
        var programs = installation.FindPrograms() ?? throw new MediaFailureException(RecogniserInstallation.NoFfmpeg);
        var details = await inspector.InspectAsync(programs, media, cancellationToken);
        var channels = media.ChannelIdentification ? details.Channels : 1;
        var (segments, languages) = await RecogniseAsync(programs, media, details, channels, progress, cancellationToken);
        var transcript = TranscriptAssembler.Assemble(media, media.ChannelIdentification ? channels : null, segments, languages);
        return new TranscribedMedia(transcript, details.Format, details.SampleRateHertz, languages);
    }

    private async Task<(IReadOnlyList<RecognisedSegment> Segments, IdentifiedLanguages? Languages)> RecogniseAsync(
        MediaPrograms programs, MediaToTranscribe media, MediaDetails details, int channels,
        IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var measured = telemetry.Begin(cancellationToken);
        using var recognition = new MediaRecognition(recogniser, media, channels, new MediaProgress(progress, details.Duration * channels));
        await decoder.DecodeAsync(
            programs, media, details, channels,
            samples =>
            {
                measured.Add(samples.Length);
                return recognition.AddAsync(samples, cancellationToken);
            },
            cancellationToken);
        var recognised = await recognition.CompleteAsync(cancellationToken);
        measured.Succeeded();
        return recognised;
    }
}
