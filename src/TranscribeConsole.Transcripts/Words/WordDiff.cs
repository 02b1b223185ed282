namespace TranscribeConsole.Transcripts.Words;

/// <summary>Finds the words that two texts have in common, in order: a longest common subsequence.</summary>
internal static class WordDiff
{
    // Beyond this many comparisons (about a thousand words against a thousand) what lies between the common ends counts as changed.
    private const int MaxCells = 1_500_000;

    /// <summary>For each word of <paramref name="after"/> the word of <paramref name="before"/> that it is, or -1.</summary>
    public static int[] Match(string[] before, string[] after)
    {
        var matches = new int[after.Length];
        Array.Fill(matches, -1);
        var head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head]) matches[head] = head++;
        var tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)])
            matches[^++tail] = before.Length - tail;
        MatchMiddle(before.AsSpan(head..^tail), after.AsSpan(head..^tail), matches.AsSpan(head..^tail), head);
        return matches;
    }

    private static void MatchMiddle(ReadOnlySpan<string> before, ReadOnlySpan<string> after, Span<int> matches, int first)
    {
        if (before.IsEmpty || after.IsEmpty || (long)before.Length * after.Length > MaxCells) return;
        var common = CommonLengths(before, after);
        for (int i = 0, j = 0; i < before.Length && j < after.Length;)
        {
            if (before[i] == after[j]) matches[j++] = first + i++;
            else if (common[i + 1, j] >= common[i, j + 1]) i++;
            else j++;
        }
    }

    // [i, j]: how many words the rests from i and from j have in common.
    private static ushort[,] CommonLengths(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var common = new ushort[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
