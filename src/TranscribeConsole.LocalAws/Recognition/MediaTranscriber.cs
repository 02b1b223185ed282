using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Decoding;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition;

/// <inheritdoc cref="IMediaTranscriber"/>
/// <remarks>
/// ffmpeg, the splitter and the recognisers work at the same time, joined by waiting: when enough segments of this media are in
/// work, the splitter waits, nobody reads the pipe, and ffmpeg stands still. So a job needs a few megabytes, whatever its length.
/// </remarks>
internal sealed class MediaTranscriber(
    RecogniserInstallation installation, RecogniserPool pool, MediaInspector inspector, PcmDecoder decoder) : IMediaTranscriber
{
    private const string Language = "en-US";

    public async Task<TranscribedMedia> TranscribeAsync(MediaToTranscribe media, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (media.LanguageCode != Language) throw new MediaFailureException(FailureReasons.Language(media.LanguageCode));
        if (installation.Problem() is { } problem) throw new MediaFailureException(problem);
        var programs = installation.FindPrograms() ?? throw new MediaFailureException(RecogniserInstallation.Missing("ffmpeg"));
        var details = await inspector.InspectAsync(programs, media, cancellationToken);
        var channels = media.ChannelIdentification ? details.Channels : 1;
        var segments = await RecogniseAsync(programs, media, details, channels, progress, cancellationToken);
        var transcript = TranscriptAssembler.Assemble(media, media.ChannelIdentification ? channels : null, segments);
        return new TranscribedMedia(transcript, details.Format, details.SampleRateHertz);
    }

    private async Task<IReadOnlyList<RecognisedSegment>> RecogniseAsync(
        MediaPrograms programs, MediaToTranscribe media, MediaDetails details, int channels,
        IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var recognition = new MediaRecognition(pool, channels, new MediaProgress(progress, details.Duration * channels));
        try
        {
            await decoder.DecodeAsync(
                programs, media, details, channels, samples => recognition.AddAsync(samples, cancellationToken), cancellationToken);
            return await recognition.CompleteAsync(cancellationToken);
        }
        catch (RecogniserUnavailableException e)
        {
            throw new MediaFailureException(e.Message);
        }
    }
}
