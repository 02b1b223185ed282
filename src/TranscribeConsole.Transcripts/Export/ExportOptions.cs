using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>What an export shows of a transcript. Each format takes what it has a place for.</summary>
public sealed record ExportOptions
{
    public static ExportOptions Default { get; } = new();

    public Timestamps Timestamps { get; init; }

    /// <summary>Whether it says who speaks.</summary>
    public bool SpeakerNames { get; init; } = true;

    public Paragraphs Paragraphs { get; init; }

    /// <summary>The pause that begins a paragraph with <see cref="Paragraphs.Pause"/>; 0.2 to 60 s.</summary>
    public TimeSpan ParagraphPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Words of a lower confidence are marked, 0 to 1; null: none are.</summary>
    public double? MarkBelowConfidence { get; init; }

    /// <summary>Which part of the transcript.</summary>
    public TranscriptSelection Selection { get; init; } = TranscriptSelection.All;

    /// <summary>For SubRip and WebVTT.</summary>
    public SubtitleOptions Subtitles { get; init; } = SubtitleOptions.Default;

    public CsvRows CsvRows { get; init; }

    /// <summary>Whether CSV begins with a byte order mark, by which spreadsheets know UTF-8.</summary>
    public bool CsvByteOrderMark { get; init; } = true;

    /// <summary>A sentence that says which value is out of its range; null when all are fine.</summary>
    public string? Problem
    {
        get
        {
            if (ParagraphPause < TimeSpan.FromSeconds(0.2) || ParagraphPause > TimeSpan.FromMinutes(1)) return "The pause between paragraphs is 0.2 to 60 seconds.";
            if (MarkBelowConfidence is { } threshold && threshold is not (>= 0 and <= 1)) return "The confidence threshold is 0 to 1.";
            if (Selection.From > Selection.To) return "The selected time ends before it begins.";
            return Subtitles.Problem;
        }
    }
}

/// <summary>Where a time is shown.</summary>
public enum Timestamps
{
    None,

    /// <summary>Where another speaker begins.</summary>
    Turn,

    Paragraph,
}

/// <summary>Where a paragraph ends.</summary>
public enum Paragraphs
{
    /// <summary>With the turn; a long monologue is divided at the end of a sentence.</summary>
    Turn,

    /// <summary>Also at a pause.</summary>
    Pause,
}

/// <summary>What is on a row of a CSV file.</summary>
public enum CsvRows
{
    Turn,
    Word,
}
