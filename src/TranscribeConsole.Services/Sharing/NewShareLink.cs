namespace TranscribeConsole.Services.Sharing;

/// <summary>What somebody chooses who makes a share link.</summary>
/// <param name="Password">Empty: the link alone opens it.</param>
/// <param name="MayExport">Files of the transcript may be taken as well.</param>
/// <param name="RedactedOnly">The redacted transcript alone, and no media.</param>
public sealed record NewShareLink(DateTimeOffset Expires, string? Password, bool MayExport, bool RedactedOnly)
{
    public const int MinPasswordLength = 8;

    public const int MaxPasswordLength = 256;

    /// <summary>Broken rules, with the names of these properties.</summary>
    internal IReadOnlyList<FieldError> Faults(DateTimeOffset now, ShareSettings settings, bool hasRedacted)
    {
        var faults = new List<FieldError>();
        if (Expires <= now || Expires > now + TimeSpan.FromDays(settings.MaxDays))
            faults.Add(new FieldError(nameof(Expires), $"Valid until must be in the future, and at most {settings.MaxDays} days from now."));
        if (Password is { Length: > 0 and (< MinPasswordLength or > MaxPasswordLength) })
            faults.Add(new FieldError(nameof(Password), $"Password must be {MinPasswordLength} to {MaxPasswordLength} characters long, or left empty."));
        if (RedactedOnly && !hasRedacted) faults.Add(new FieldError(nameof(RedactedOnly), "This job has no redacted transcript."));
        return faults;
    }
}

/// <summary>What became of it.</summary>
/// <param name="Faults">Broken rules; none: it was made.</param>
/// <param name="Token">For the link, which can't be had again.</param>
public sealed record MadeShareLink(IReadOnlyList<FieldError> Faults, string? Token);
