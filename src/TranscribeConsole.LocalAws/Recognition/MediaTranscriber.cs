namespace TranscribeConsole.LocalAws.Recognition;

/// <inheritdoc cref="IMediaTranscriber"/>
internal sealed class MediaTranscriber : IMediaTranscriber
{
    public Task<TranscribedMedia> TranscribeAsync(MediaToTranscribe media, IProgress<double>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
