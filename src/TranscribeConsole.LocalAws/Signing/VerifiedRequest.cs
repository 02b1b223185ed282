namespace TranscribeConsole.LocalAws.Signing;

/// <summary>Who signed the request, and how; a feature of the HTTP context once it is verified.</summary>
/// <param name="Key">The key that made the signature.</param>
/// <param name="IsPresigned">Whether the signature stood in the query string.</param>
internal sealed record VerifiedRequest(AccessKey Key, bool IsPresigned);
