namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>Turns media into a transcript: decode, split at silence, recognise, assemble.</summary>
internal interface IMediaTranscriber
{
    /// <summary>Transcribes one media file; safe to call for many jobs at once, which then share the recognisers fairly.</summary>
    /// <param name="progress">Receives the share of the media that is done, 0 to 1, never falling; may be called from any thread.</param>
    /// <exception cref="MediaFailureException">The media is refused; the message is a sentence for the user.</exception>
    /// <exception cref="OperationCanceledException">Asked for by the token; the decoding program has ended.</exception>
    Task<TranscribedMedia> TranscribeAsync(MediaToTranscribe media, IProgress<double>? progress, CancellationToken cancellationToken);
}
