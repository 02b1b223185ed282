namespace TranscribeConsole.Transcripts.Json;

/// <summary>How much a transcript file may ask of its reader. The defaults hold four hours with ten alternatives.</summary>
public sealed record TranscriptLimits
{
    public static TranscriptLimits Default { get; } = new();

    /// <summary>Size of the file in bytes.</summary>
    public long MaxBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>Nesting of objects and lists; the service's files reach 9.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Length of one string in bytes of the file; the longest is the whole text.</summary>
    public int MaxStringBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Entries of all lists together.</summary>
    public int MaxItems { get; init; } = 1_000_000;
}
