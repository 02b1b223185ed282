using System.Text.RegularExpressions;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Services.VocabularyFilters;

/// <summary>What a filter does to a text, by the service's rules: whole words, whatever their case, no stems, nothing inside longer words.</summary>
public static partial class FilterPreview
{
    /// <summary>The text in pieces; the filtered ones are marked.</summary>
    /// <returns>With <see cref="FilterMethod.Mask"/> a hit reads <c>***</c>, with Remove it is missing, with Tag it stands as it was.</returns>
    public static IReadOnlyList<FilteredPiece> Apply(string text, IReadOnlyCollection<string> words, FilterMethod method)
    {
        var hits = words.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var pieces = new List<FilteredPiece>();
        var end = 0;
        foreach (Match word in Word().Matches(text))
        {
            if (!hits.Contains(word.Value)) continue;
            var before = text[end..word.Index];
            end = word.Index + word.Length;
            // A removed word takes the space before it along.
            if (method == FilterMethod.Remove && before.EndsWith(' ')) before = before[..^1];
            if (before.Length > 0) pieces.Add(new(before, false));
            if (method != FilterMethod.Remove) pieces.Add(new(method == FilterMethod.Mask ? "***" : word.Value, true));
        }

        if (end < text.Length) pieces.Add(new(text[end..], false));
        return pieces;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’\-.][\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Word();
}

/// <param name="IsHit">A word of the filter, or what stands for it.</param>
public sealed record FilteredPiece(string Text, bool IsHit);
