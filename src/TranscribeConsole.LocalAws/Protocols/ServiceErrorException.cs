namespace TranscribeConsole.LocalAws.Protocols;

/// <summary>An expected refusal, to be written in the form of the protocol that was spoken.</summary>
/// <param name="code">The service's error code, for example <c>NoSuchKey</c> or <c>BadRequestException</c>.</param>
/// <param name="message">A sentence for the caller.</param>
/// <param name="status">HTTP status.</param>
internal sealed class ServiceErrorException(string code, string message, int status) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;

    /// <summary>Further members of the error document, such as <c>BucketName</c> or <c>Key</c>, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; init; } = [];
}
