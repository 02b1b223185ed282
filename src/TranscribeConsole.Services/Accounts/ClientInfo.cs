namespace TranscribeConsole.Services.Accounts;

/// <summary>The browser that signs in, for the list of sessions.</summary>
/// <param name="Address">IP address; empty: unknown.</param>
public sealed record ClientInfo(string Address, string UserAgent);
