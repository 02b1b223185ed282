namespace TranscribeConsole.Data;

/// <summary>A link with which whoever has it reads one transcript without signing in.</summary>
public sealed class ShareLink
{
    public required string Id { get; init; }

    public required string JobName { get; init; }

    /// <inheritdoc cref="SpeakerNaming.JobCreated"/>
    public required DateTimeOffset JobCreated { get; init; }

    /// <summary>SHA-256 of what the link holds.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Null: the link alone opens it.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Files of the transcript may be taken as well.</summary>
    public required bool MayExport { get; init; }

    /// <summary>The redacted transcript alone, and no media: in it one hears what was redacted.</summary>
    public required bool RedactedOnly { get; init; }

    /// <summary>Account of who made it. The link opens nothing that this account might not share now.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>Null: nobody took it back.</summary>
    public DateTimeOffset? Revoked { get; set; }

    /// <summary>Account of who took it back.</summary>
    public string? RevokedBy { get; set; }

    /// <summary>How often its page was opened.</summary>
    public int Opened { get; set; }

    public DateTimeOffset? LastOpened { get; set; }

    /// <summary>Wrong passwords since the last right one or lock-out.</summary>
    public int FailedCount { get; set; }

    /// <summary>Until then no password is looked at; null: it is not locked.</summary>
    public DateTimeOffset? LockedUntil { get; set; }
}
