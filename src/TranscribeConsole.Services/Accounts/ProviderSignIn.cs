namespace TranscribeConsole.Services.Accounts;

/// <summary>What became of somebody whom a provider has made out.</summary>
/// <param name="Token">Of the new session; null: it was refused.</param>
public sealed record ProviderSignIn(string? Token, ProviderRefusal Refusal)
{
    internal static readonly ProviderSignIn WithoutRole = new(null, ProviderRefusal.Role);

    internal static readonly ProviderSignIn OfDisabled = new(null, ProviderRefusal.Disabled);
}

public enum ProviderRefusal
{
    None,

    /// <summary>The provider gives no role that counts here.</summary>
    Role,

    /// <summary>An administrator of this console has disabled the account.</summary>
    Disabled,
}
