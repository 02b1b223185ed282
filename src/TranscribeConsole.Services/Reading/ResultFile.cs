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
/// <param name="version">ETag of the object; null for what the service keeps and never changes.</param>
public sealed class ResultFile(Stream content, long? length, string? version, IDisposable response) : IAsyncDisposable
{
    public Stream Content { get; } = content;

    public long? Length { get; } = length;

    internal string? Version { get; } = version;

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        response.Dispose();
    }
}
