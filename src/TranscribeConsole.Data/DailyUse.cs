namespace TranscribeConsole.Data;

/// <summary>What somebody has used of what is limited by day.</summary>
public sealed class DailyUse
{
    /// <summary>Sign-in name in lower case.</summary>
    public required string Person { get; init; }

    /// <summary>Days since 1970, of UTC.</summary>
    public required long Day { get; init; }

    public long UploadedBytes { get; set; }

    public long Jobs { get; set; }
}
