namespace TranscribeConsole.Data;

/// <summary>Somebody who signs in, with a name and a password or at an OpenID Connect provider.</summary>
public sealed class Account
{
    /// <summary>Stays the same when the names change.</summary>
    public required string Id { get; init; }

    /// <summary>What is typed to sign in; of ASCII characters. Of a provider's account: what its jobs are owned by.</summary>
    public required string SignInName { get; set; }

    /// <summary><see cref="SignInName"/> in upper case: unique, so that no two accounts differ by case alone.</summary>
    public required string NormalizedName { get; set; }

    /// <summary>As shown to others.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Name of the role, as the service layer knows it.</summary>
    public required string Role { get; set; }

    /// <summary>Empty: it has no password, and nobody signs in with one.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>The provider that says who it is; null: the account is the console's own.</summary>
    public string? Issuer { get; init; }

    /// <summary>Whom the provider means, for ever; null: the account is the console's own.</summary>
    public string? Subject { get; init; }

    /// <summary>Another one ends every session that was begun with the one before.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Failures to sign in since the last success or lock-out.</summary>
    public int FailedCount { get; set; }

    /// <summary>Until then nobody signs in with this account, whatever the password; null: it is not locked.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    public bool Disabled { get; set; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? LastSignIn { get; set; }
}
