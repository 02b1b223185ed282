using Microsoft.AspNetCore.Http;

namespace TranscribeConsole.LocalAws.Protocols;

/// <summary>One of the wire protocols on the backend's address: S3, Transcribe or STS.</summary>
internal interface IProtocol
{
    /// <summary>Service name that the credential scope of the signature must carry: s3, transcribe, sts.</summary>
    string SigningName { get; }

    /// <summary>Whether this request, not yet verified, speaks this protocol.</summary>
    bool Speaks(HttpRequest request);

    /// <summary>Handles a request whose signature has been verified.</summary>
    /// <exception cref="ServiceErrorException">The request is refused; nothing has been written to the response.</exception>
    Task HandleAsync(HttpContext context);

    /// <summary>Writes an error in the form of this protocol. Must not have side effects on storage.</summary>
    Task WriteErrorAsync(HttpContext context, ServiceErrorException error);
}
