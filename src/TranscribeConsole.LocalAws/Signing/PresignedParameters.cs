namespace TranscribeConsole.LocalAws.Signing;

/// <summary>Names of the query parameters that carry a signature.</summary>
internal static class PresignedParameters
{
    public const string Algorithm = "X-Amz-Algorithm";
    public const string Credential = "X-Amz-Credential";
    public const string Date = "X-Amz-Date";
    public const string Expires = "X-Amz-Expires";
    public const string SignedHeaders = "X-Amz-SignedHeaders";
    public const string Signature = "X-Amz-Signature";
    public const string SecurityToken = "X-Amz-Security-Token";
    public const string ContentSha256 = "X-Amz-Content-Sha256";

    /// <summary>Seven days, the service's limit.</summary>
    public const int MaxExpiresSeconds = 604_800;
}
