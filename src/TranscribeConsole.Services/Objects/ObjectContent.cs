using Amazon.S3.Model;

namespace TranscribeConsole.Services.Objects;

/// <summary>An object's body, or a range of it, being fetched. Dispose it after reading.</summary>
public sealed class ObjectContent : IAsyncDisposable
{
    private readonly GetObjectResponse _response;

    internal ObjectContent(GetObjectResponse response) => _response = response;

    /// <summary>Forward-only.</summary>
    public Stream Body => _response.ResponseStream;

    /// <summary>Bytes of the body, not of the object.</summary>
    public long Length => _response.ContentLength;

    /// <summary><c>bytes 0-9/100</c>; null: the whole object.</summary>
    public string? Range => string.IsNullOrEmpty(_response.ContentRange) ? null : _response.ContentRange;

    /// <summary>With its quotes.</summary>
    public string? ETag => _response.ETag;

    public DateTimeOffset? LastModified => S3Browser.Utc(_response.LastModified);

    public ValueTask DisposeAsync()
    {
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
