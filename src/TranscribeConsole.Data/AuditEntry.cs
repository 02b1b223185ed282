namespace TranscribeConsole.Data;

/// <summary>Something that somebody did. Rows are added, and removed when they are old; the database refuses everything else.</summary>
public sealed class AuditEntry
{
    /// <summary>Younger ones can't be removed, whatever the settings say: triggers of the database see to it.</summary>
    public const int MinRetentionDays = 30;

    public const int MaxDetailLength = 500;

    /// <summary>In the order of writing.</summary>
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Sign-in name in lower case; empty: nobody who is known.</summary>
    public required string Person { get; init; }

    /// <summary>Name of the action, which stays the same from version to version.</summary>
    public required string Action { get; init; }

    /// <summary>Name of the job; empty: it was about none.</summary>
    public required string Job { get; init; }

    /// <summary>What else there is to say; never text of a transcript.</summary>
    public required string Detail { get; init; }

    /// <summary>IP address; empty: unknown.</summary>
    public required string Address { get; init; }
}
