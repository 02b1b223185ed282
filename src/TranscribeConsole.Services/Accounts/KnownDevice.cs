namespace TranscribeConsole.Services.Accounts;

/// <summary>A browser in which somebody has signed in to an account before. Guesses from elsewhere don't lock it out.</summary>
/// <param name="Stamp">The account's security stamp of then: with another password no browser is known any more.</param>
/// <param name="Nonce">Tells it from the account's other browsers.</param>
public sealed record KnownDevice(string AccountId, string Stamp, string Nonce);
