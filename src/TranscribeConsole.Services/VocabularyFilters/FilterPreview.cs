using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.Services.VocabularyFilters;

/// <summary>What a filter does to a text, by the service's rules: whole words, whatever their case, no stems, nothing inside longer words.</summary>
public static class FilterPreview
{
    /// <summary>The text in pieces; the filtered ones are marked.</summary>
    /// <returns>With <see cref="FilterMethod.Mask"/> a hit reads <c>***</c>, with Remove it is missing, with Tag it stands as it was.</returns>
    public static IReadOnlyList<FilteredPiece> Apply(string text, IReadOnlyCollection<string> words, FilterMethod method)
    {
        var pieces = new List<FilteredPiece>();
        var end = 0;
        foreach (var hit in FilterMatch.Find(text, words.ToHashSet(StringComparer.OrdinalIgnoreCase)))
        {
            var before = text[end..hit.Start];
            end = hit.End.Value;
            // A removed word takes the space before it along.
            if (method == FilterMethod.Remove && before.EndsWith(' ')) before = before[..^1];
            if (before.Length > 0) pieces.Add(new(before, false));
            if (method != FilterMethod.Remove) pieces.Add(new(method == FilterMethod.Mask ? "***" : text[hit], true));
        }

        if (end < text.Length) pieces.Add(new(text[end..], false));
        return pieces;
    }
}

/// <param name="IsHit">A word of the filter, or what stands for it.</param>
public sealed record FilteredPiece(string Text, bool IsHit);
