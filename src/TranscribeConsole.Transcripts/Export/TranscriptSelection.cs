using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>The part of a transcript that is exported: what is said in a time, between two places of the text, or both.</summary>
public sealed record TranscriptSelection
{
    /// <summary>The whole transcript.</summary>
    public static TranscriptSelection All { get; } = new();

    /// <summary>Words that end after this offset from the start of the media; null: from the beginning.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>Words that start before this offset from the start of the media; null: to the end.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>First selected character; null: from the beginning. A place in a turn that is not there selects nothing.</summary>
    public TextPlace? First { get; init; }

    /// <summary>The selection ends before this character; null: to the end.</summary>
    public TextPlace? Last { get; init; }

    internal bool IsAll => this == All;

    /// <summary>The turns in which something may be selected.</summary>
    internal IEnumerable<EditedTurn> Turns(EditedTranscript transcript)
    {
        if (First is null && Last is null) return transcript.Turns;
        var parts = transcript.Turns.SelectMany(turn => turn.Parts).ToArray();
        var first = First is { } f ? Array.FindIndex(parts, part => part.Turn.Id == f.Turn) : 0;
        var last = Last is { } l ? Array.FindIndex(parts, part => part.Turn.Id == l.Turn) : parts.Length - 1;
        if (first < 0 || last < 0) return [];
        var inside = parts[first..Math.Max(first, last + 1)].ToHashSet();
        return transcript.Turns
            .Select(turn => turn with { Parts = [.. turn.Parts.Where(inside.Contains)] })
            .Where(turn => turn.Parts.Count > 0);
    }

    /// <summary>Which of the part's words are selected: those from the first inside to the last inside.</summary>
    internal (int First, int Count) Within(EditedPart part, IReadOnlyList<TurnWord> words)
    {
        if (IsAll) return (0, words.Count);
        var (first, last) = (-1, -1);
        for (var at = 0; at < words.Count; at++)
        {
            if (!Holds(part.Turn.Id, words[at])) continue;
            if (first < 0) first = at;
            last = at;
        }

        return first < 0 ? (0, 0) : (first, last + 1 - first);
    }

    private bool Holds(TurnId turn, TurnWord word) =>
        (From is not { } from || word.End > from || word.Start >= from)
        && (To is not { } to || word.Start < to)
        && !(First is { } first && first.Turn == turn && word.EndOffset <= first.Offset)
        && !(Last is { } last && last.Turn == turn && word.Offset >= last.Offset);
}

/// <summary>A place in the text of a turn.</summary>
/// <param name="Offset">UTF-16 characters from the beginning of the turn's text.</param>
public readonly record struct TextPlace(TurnId Turn, int Offset);
