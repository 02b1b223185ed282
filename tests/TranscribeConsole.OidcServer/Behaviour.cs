namespace TranscribeConsole.OidcServer;

/// <summary>What the provider does otherwise than it should, and how late it is there.</summary>
internal sealed class Behaviour : TimeProvider
{
    public Wrong Wrong { get; set; } = new();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromMinutes(Wrong.ClockMinutes);
}

/// <param name="Issuer">Of ID tokens, in place of its own.</param>
/// <param name="Audience">Of ID tokens, in place of the client.</param>
/// <param name="ForeignKey">ID tokens are signed with a key that is not published, under the name of the one that is.</param>
/// <param name="NoNonce">ID tokens lack the client's nonce.</param>
/// <param name="Refuses">Nobody is let in, whoever has signed in.</param>
/// <param name="ClockMinutes">How far its clock is ahead.</param>
internal sealed record Wrong(string? Issuer = null, string? Audience = null, bool ForeignKey = false, bool NoNonce = false, bool Refuses = false, int ClockMinutes = 0);
