namespace TranscribeConsole.Services.Accounts;

/// <summary>Who says who somebody is. Accounts of the other source are kept, and nobody gets in with them.</summary>
public enum AccountSource
{
    /// <summary>The console, by sign-in name and password.</summary>
    Console,

    /// <summary>An OpenID Connect provider, which also says what they may do.</summary>
    Provider,
}
