namespace TranscribeConsole.Data;

/// <summary>The time between signing in and signing out, of one browser.</summary>
public sealed class AccountSession
{
    /// <summary>SHA-256 of what the browser's cookie holds: who reads this table can't sign in with it.</summary>
    public required string IdHash { get; init; }

    public required string AccountId { get; init; }

    /// <summary>The account's when the session began.</summary>
    public required string SecurityStamp { get; set; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>To the minute: it is not written more often.</summary>
    public required DateTimeOffset LastSeen { get; set; }

    /// <summary>Ends then, however busy it is.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>IP address of the browser that signed in; empty: unknown.</summary>
    public required string Address { get; init; }

    public required string UserAgent { get; init; }

    /// <summary>What the provider wants to see when its session is to end as well, encrypted; null: nothing, or it has ended.</summary>
    public string? SignOutHint { get; set; }

    /// <summary>When somebody ended it; null: nobody has.</summary>
    public DateTimeOffset? Ended { get; set; }
}
