namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>How a transcript is cut into cues. The defaults are what the service's own subtitle files look like.</summary>
public sealed record SubtitleOptions
{
    public static SubtitleOptions Default { get; } = new();

    /// <summary>Characters of a line as a reader counts them, 10 to 200; only a longer word makes a longer line.</summary>
    public int LineLength { get; init; } = 42;

    /// <summary>Lines of a cue, 1 to 4.</summary>
    public int Lines { get; init; } = 2;

    /// <summary>
    /// Most characters per second that a reader can follow, 5 to 60: a cue stays longer, until the next one begins. Where somebody speaks on without a
    /// pause it can't, for no word is left out and no cue comes late. Null: as spoken.
    /// </summary>
    public double? CharactersPerSecond { get; init; }

    /// <summary>
    /// A shorter sentence shares its cue with the next of the same speaker, where both fit, and a shorter cue stays this long, but not beyond the
    /// beginning of the next: 0 to 10 s and not above <see cref="MaxDuration"/>.
    /// </summary>
    public TimeSpan MinDuration { get; init; }

    /// <summary>Longest time a cue is shown, 1 to 60 s.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>Time without a cue between two, 0 to 2 s. Where words leave no time for it, the next cue comes later.</summary>
    public TimeSpan MinGap { get; init; }

    /// <summary>Number of the first cue: the service's <c>OutputStartIndex</c>, 0 or 1.</summary>
    public int StartIndex { get; init; }

    /// <summary>Whether a cue begins with who speaks, where that is not who spoke in the cue before.</summary>
    public bool SpeakerPrefix { get; init; }

    /// <summary>A sentence that says which value is out of its range; null when all are fine.</summary>
    public string? Problem
    {
        get
        {
            if (LineLength is < 10 or > 200) return "A subtitle line has 10 to 200 characters.";
            if (Lines is < 1 or > 4) return "A subtitle has 1 to 4 lines.";
            if (CharactersPerSecond is { } speed && speed is not (>= 5 and <= 60)) return "The reading speed is 5 to 60 characters per second.";
            if (MaxDuration < TimeSpan.FromSeconds(1) || MaxDuration > TimeSpan.FromSeconds(60)) return "The longest time a subtitle is shown is 1 to 60 seconds.";
            if (MinDuration < TimeSpan.Zero || MinDuration > TimeSpan.FromSeconds(10)) return "The shortest time a subtitle is shown is 0 to 10 seconds.";
            if (MinDuration > MaxDuration) return "The shortest time a subtitle is shown can't be above the longest.";
            if (MinGap < TimeSpan.Zero || MinGap > TimeSpan.FromSeconds(2)) return "The gap between subtitles is 0 to 2 seconds.";
            return StartIndex is 0 or 1 ? null : "The first subtitle has the number 0 or 1.";
        }
    }
}
