namespace TranscribeConsole.Services.Accounts;

/// <summary>Which accounts may be used, how long somebody stays signed in, and how often a password may be guessed.</summary>
public sealed record AccountLimits
{
    public AccountSource Source { get; init; }

    /// <summary>A session ends that long after its last request.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromHours(8);

    /// <summary>A session ends that long after it began, however busy it is.</summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(72);

    /// <summary>Failures in a row that lock an account.</summary>
    public int Failures { get; init; } = 5;

    public TimeSpan LockOut { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A refusal takes at least that long: what was done meanwhile, and so whether the account exists, can't be told from it.</summary>
    public TimeSpan Refusal { get; init; } = TimeSpan.FromMilliseconds(600);
}
