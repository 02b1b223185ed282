namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>Wrong, missing and additional words per word of the reference; case and punctuation do not count.</summary>
internal static class WordErrorRate
{
    public static double Of(string reference, string hypothesis)
    {
        var (errors, words) = Errors(reference, hypothesis);
        return (double)errors / words;
    }

    public static (int Errors, int Words) Errors(string reference, string hypothesis)
    {
        string[] wanted = Words(reference), said = Words(hypothesis);
        var previous = Enumerable.Range(0, said.Length + 1).ToArray();
        for (var i = 1; i <= wanted.Length; i++)
        {
            var current = new int[said.Length + 1];
            current[0] = i;
            for (var j = 1; j <= said.Length; j++)
            {
                var substituted = previous[j - 1] + (wanted[i - 1] == said[j - 1] ? 0 : 1);
                current[j] = Math.Min(substituted, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return (previous[said.Length], wanted.Length);
    }

    private static string[] Words(string text) =>
        new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c == '\'' ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
