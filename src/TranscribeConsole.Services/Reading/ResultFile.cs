namespace TranscribeConsole.Services.Reading;

/// <summary>A file among a job's results.</summary>
public enum ResultKind
{
    Transcript,
    RedactedTranscript,
    SubtitlesSrt,
    SubtitlesVtt,
}

/// <summary>A result being fetched. Dispose it after reading.</summary>
/// <param name="content">Forward-only; its size is the sender's, so it is to be streamed on and not kept.</param>
/// <param name="length">Bytes, where the sender says.</param>
public sealed class ResultFile(Stream content, long? length, IDisposable response) : IAsyncDisposable
{
    public Stream Content { get; } = content;

    public long? Length { get; } = length;

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        response.Dispose();
    }
}
