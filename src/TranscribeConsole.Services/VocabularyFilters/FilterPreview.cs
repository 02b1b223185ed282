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
        var filtered = words.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (method == FilterMethod.Remove) return [new(FilterRemoval.Apply(text, filtered).Text, false)];
        var pieces = new List<FilteredPiece>();
        var end = 0;
        foreach (var hit in FilterMatch.Find(text, filtered))
        {
            if (hit.Start.Value > end) pieces.Add(new(text[end..hit.Start], false));
            pieces.Add(new(method == FilterMethod.Mask ? "***" : text[hit], true));
            end = hit.End.Value;
        }

        if (end < text.Length) pieces.Add(new(text[end..], false));
        return pieces;
    }
}

/// <param name="IsHit">A word of the filter, or what stands for it.</param>
public sealed record FilteredPiece(string Text, bool IsHit);
