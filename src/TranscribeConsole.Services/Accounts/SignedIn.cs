using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Services.Accounts;

/// <summary>Who a session belongs to, as it is now.</summary>
/// <param name="SessionHash">Names the session; it can't be used as one.</param>
public sealed record SignedIn(string SessionHash, string SignInName, Caller Caller);
