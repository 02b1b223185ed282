namespace TranscribeConsole.OidcServer;

/// <summary>What the provider does otherwise than it should, and how late it is there.</summary>
internal sealed class Behaviour : TimeProvider
{
    public Wrong Wrong { get; set; } = new();

    /// <summary>As the client was registered with it: what is stored is a hash.</summary>
    public string ClientSecret { get; set; } = "";

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromMinutes(Wrong.ClockMinutes);
}

/// <param name="Issuer">Of ID tokens, in place of its own.</param>
/// <param name="Audience">Of ID tokens, in place of the client.</param>
/// <param name="Signature">Of ID tokens: <c>foreign</c>, with a key that is not published, under the name of the one that is; <c>secret</c>, with the client's secret; <c>none</c>.</param>
/// <param name="NoNonce">ID tokens lack the client's nonce.</param>
/// <param name="Broken">Codes are answered as by a gateway whose server is gone.</param>
/// <param name="Refuses">Nobody is let in, whoever has signed in.</param>
/// <param name="ClockMinutes">How far its clock is ahead.</param>
internal sealed record Wrong(string? Issuer = null, string? Audience = null, string? Signature = null, bool NoNonce = false, bool Broken = false, bool Refuses = false, int ClockMinutes = 0);
