using System.Text.RegularExpressions;

namespace TranscribeConsole.Transcripts.Words;

/// <summary>A word of a vocabulary filter in a text.</summary>
/// <remarks>One rule for the jobs of the local backend and for the page where a filter is tried, so that the page shows what jobs do.</remarks>
public static partial class FilterMatch
{
    /// <summary>
    /// Where the words of the filter stand, in order: what is between spaces as a whole, and otherwise the words in it without the marks around
    /// them. Nothing inside longer words; <paramref name="words"/> decides about case.
    /// </summary>
    public static IEnumerable<Range> Find(string text, IReadOnlySet<string> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        foreach (Match token in Token().Matches(text))
        {
            if (words.Contains(token.Value))
            {
                yield return token.Index..(token.Index + token.Length);
                continue;
            }

            foreach (Match word in Word().Matches(token.Value))
                if (words.Contains(word.Value)) yield return (token.Index + word.Index)..(token.Index + word.Index + word.Length);
        }
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Token();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’\-.][\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Word();
}
