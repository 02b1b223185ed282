using System.Text;

namespace TranscribeConsole.Transcripts.Words;

/// <summary>A text without the words of a vocabulary filter.</summary>
/// <remarks>One rule for jobs and for the page where a filter is tried, as <see cref="FilterMatch"/>.</remarks>
public static class FilterRemoval
{
    /// <summary>Takes the words out, each with the space before it; its marks go to the word before (<see cref="Marks.AfterRemoval"/>).</summary>
    /// <returns>The text that is left, and the marks for a word that stands before the text, null for none.</returns>
    public static (string Text, string? MarksBefore) Apply(string text, IReadOnlySet<string> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new StringBuilder();
        string? marksBefore = null;
        var next = 0;
        foreach (var hit in FilterMatch.Find(text, words))
        {
            kept.Append(text.AsSpan(next, hit.Start.Value - next));
            if (kept.Length > 0 && kept[^1] == ' ') kept.Length--;
            next = hit.End.Value;
            var marks = MarksAt(text, next);
            next += marks.Length;
            var end = kept.Length;
            while (end > 0 && char.IsWhiteSpace(kept[end - 1])) end--;
            if (end > 0)
            {
                GiveMarks(kept, end, marks);
            }
            else
            {
                marksBefore = Marks.AfterRemoval(marksBefore, marks);
                while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
            }
        }

        return (kept.Append(text.AsSpan(next)).ToString(), marksBefore);
    }

    // Within a token a mark parts words ("9:30") and is nobody's.
    private static string MarksAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && Marks.All.Contains(text[end], StringComparison.Ordinal)) end++;
        return end == text.Length || char.IsWhiteSpace(text[end]) ? text[start..end] : "";
    }

    /// <param name="end">Of the word that they are for.</param>
    private static void GiveMarks(StringBuilder kept, int end, string marks)
    {
        var start = end;
        while (start > 0 && Marks.All.Contains(kept[start - 1], StringComparison.Ordinal)) start--;
        var own = kept.ToString(start, end - start);
        kept.Remove(start, end - start).Insert(start, Marks.AfterRemoval(own, marks));
    }
}
