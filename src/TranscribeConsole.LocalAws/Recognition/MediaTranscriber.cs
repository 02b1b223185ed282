using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>One media file on its way to a transcript.</summary>
/// <param name="Path">Absolute path of the media file; the name says nothing about its format.</param>
/// <param name="MediaFormat">Declared format (mp3, mp4, wav, flac, ogg, amr, webm, m4a), or null to detect.</param>
/// <param name="MediaSampleRateHertz">Declared sample rate, or null to detect.</param>
/// <param name="ChannelIdentification">Decode each channel on its own.</param>
internal sealed record MediaToTranscribe(
    string Path,
    string JobName,
    string AccountId,
    string LanguageCode,
    string? MediaFormat,
    int? MediaSampleRateHertz,
    bool ChannelIdentification);

/// <summary>What came of it, with the detected values that the job shows.</summary>
internal sealed record TranscribedMedia(Transcript Transcript, string MediaFormat, int MediaSampleRateHertz);

/// <summary>The media cannot be transcribed; the message is the job's FailureReason.</summary>
internal sealed class MediaFailureException(string failureReason) : Exception(failureReason);

/// <summary>Turns media into a transcript: decode, split at silence, recognise, assemble.</summary>
internal sealed class MediaTranscriber
{
    /// <exception cref="MediaFailureException">The media is refused; the message is a sentence for the user.</exception>
    public Task<TranscribedMedia> TranscribeAsync(MediaToTranscribe media, IProgress<double>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
