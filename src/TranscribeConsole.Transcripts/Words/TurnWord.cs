namespace TranscribeConsole.Transcripts.Words;

/// <summary>A word of a turn: where it stands in the turn's text, and when it is said. Marks and spaces stand between words.</summary>
public readonly record struct TurnWord
{
    /// <summary>First UTF-16 character in the text.</summary>
    public required int Offset { get; init; }

    /// <summary>Number of UTF-16 characters, at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>Offset from the start of the media.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>Offset from the start of the media; not before <see cref="Start"/>.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>0 to 1; null where the file gives none (redacted words) and for words that a person typed.</summary>
    public double? Confidence { get; init; }

    /// <summary>Position in <see cref="Transcript.Items"/>; null for a word that was not recognised but typed, or that only the text has.</summary>
    public int? Item { get; init; }

    /// <summary>Where the text goes on after the word.</summary>
    public int EndOffset => Offset + Length;
}
