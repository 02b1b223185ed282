namespace TranscribeConsole.Services.Accounts;

/// <summary>The browser that signs in, for the list of sessions.</summary>
/// <param name="Address">IP address; empty: unknown.</param>
public sealed record ClientInfo(string Address, string UserAgent)
{
    /// <summary>What the browser was given when somebody signed in with it before; null: nothing.</summary>
    public KnownDevice? Device { get; init; }
}
