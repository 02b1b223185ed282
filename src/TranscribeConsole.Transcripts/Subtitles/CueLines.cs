using System.Text;

namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>Lays words out in caption lines: one or two of at most 42 characters; only a longer word makes a longer line.</summary>
internal static class CueLines
{
    public const int MaxLength = 42;

    /// <summary>Whether the words fit in one cue.</summary>
    public static bool Fit(IReadOnlyList<SpokenWord> words) => words.Count == 1 || FindBreak(words) is not null;

    /// <summary>The lines of words that fit, of nearly equal length.</summary>
    public static string[] Of(IReadOnlyList<SpokenWord> words)
    {
        var firstLine = FindBreak(words) ?? words.Count;
        return firstLine == words.Count ? [Join(words, 0, firstLine)] : [Join(words, 0, firstLine), Join(words, firstLine, words.Count)];
    }

    // Number of words on the first line: all, or where both lines are short enough and differ least; null: no such place.
    private static int? FindBreak(IReadOnlyList<SpokenWord> words)
    {
        var whole = Length(words);
        if (whole <= MaxLength) return words.Count;
        int? best = null;
        var (least, first) = (int.MaxValue, words[0].Text.Length);
        for (var at = 1; at < words.Count; at++)
        {
            var space = Space(words, at);
            var second = whole - first - space;
            var difference = Math.Abs(first - second);
            if (first <= MaxLength && second <= MaxLength && difference < least) (best, least) = (at, difference);
            first += space + words[at].Text.Length;
        }

        return best;
    }

    private static int Length(IReadOnlyList<SpokenWord> words)
    {
        var length = words[0].Text.Length;
        for (var at = 1; at < words.Count; at++) length += Space(words, at) + words[at].Text.Length;
        return length;
    }

    private static int Space(IReadOnlyList<SpokenWord> words, int at) =>
        TextJoin.NeedsSpace(words[at - 1].Text[^1], words[at].Text[0]) ? 1 : 0;

    private static string Join(IReadOnlyList<SpokenWord> words, int from, int to)
    {
        var line = new StringBuilder();
        for (var at = from; at < to; at++) TextJoin.Append(line, words[at].Text);
        return line.ToString();
    }
}
