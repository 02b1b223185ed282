namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The parts of a signature as the client states them; nothing of it is proven.</summary>
/// <param name="SignedHeaders">Lower-case names in the client's order.</param>
/// <param name="Signature">Lower-case hex.</param>
/// <param name="Timestamp">As it is signed: <c>yyyyMMddTHHmmssZ</c>.</param>
/// <param name="Lifetime">Of a presigned address; null for a signature in the header.</param>
internal sealed record ClaimedSignature(
    string AccessKeyId,
    CredentialScope Scope,
    IReadOnlyList<string> SignedHeaders,
    string Signature,
    string Timestamp,
    DateTimeOffset Time,
    TimeSpan? Lifetime)
{
    public bool IsPresigned => Lifetime is not null;
}
