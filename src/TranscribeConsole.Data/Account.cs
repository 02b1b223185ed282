namespace TranscribeConsole.Data;

/// <summary>Somebody who signs in with a name and a password.</summary>
public sealed class Account
{
    /// <summary>Stays the same when the names change.</summary>
    public required string Id { get; init; }

    /// <summary>What is typed to sign in; of ASCII characters.</summary>
    public required string SignInName { get; set; }

    /// <summary><see cref="SignInName"/> in upper case: unique, so that no two accounts differ by case alone.</summary>
    public required string NormalizedName { get; set; }

    /// <summary>As shown to others.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Name of the role, as the service layer knows it.</summary>
    public required string Role { get; set; }

    public required string PasswordHash { get; set; }

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
