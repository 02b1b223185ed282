namespace TranscribeConsole.LocalAws.Signing;

/// <summary>What a signing key is good for: one day, Region and service.</summary>
/// <param name="Date"><c>yyyyMMdd</c>, UTC.</param>
internal sealed record CredentialScope(string Date, string Region, string Service)
{
    public const string Terminator = "aws4_request";

    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";
}
