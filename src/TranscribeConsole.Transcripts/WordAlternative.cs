namespace TranscribeConsole.Transcripts;

/// <summary>Another reading of a word: what alternatives of its segment have at the same time.</summary>
/// <param name="Text">One word or several; never empty.</param>
/// <param name="Confidence">That of the least certain of the words, 0 to 1; null where the file gives none.</param>
public sealed record WordAlternative(string Text, double? Confidence)
{
    /// <summary>The other readings of a word, each once, in the order of the alternatives; none without alternatives in the file.</summary>
    /// <param name="item">Position in <see cref="Transcript.Items"/>.</param>
    public static IReadOnlyList<WordAlternative> Of(Transcript transcript, int item)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var word = transcript.Items[item];
        if (SegmentOf(transcript, item) is not { } segment || word.Start is not { } start || word.End is not { } end) return [];
        var found = new List<WordAlternative>();
        foreach (var reading in segment.Alternatives)
        {
            if (At(reading.Items, start, end) is not { } other) continue;
            if (other.Text != word.Content && !found.Exists(known => known.Text == other.Text)) found.Add(other);
        }

        return found;
    }

    /// <summary>The segment of <see cref="Transcript.Segments"/> in which a word is said; null where the file has none for it.</summary>
    /// <param name="item">Position in <see cref="Transcript.Items"/>.</param>
    public static AlternativesSegment? SegmentOf(Transcript transcript, int item)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var word = transcript.Items[item];
        if (word.Start is not { } start) return null;
        var middle = start + ((word.End ?? start) - start) / 2;
        foreach (var segment in transcript.Segments ?? [])
        {
            var sameChannel = string.IsNullOrEmpty(segment.ChannelLabel) || segment.ChannelLabel == word.ChannelLabel;
            if (sameChannel && segment.Start <= middle && middle <= segment.End) return segment;
        }

        return null;
    }

    // Words that lie in the time by half of their length or more; a longer word must fill the time by half.
    private static WordAlternative? At(ItemList items, TimeSpan start, TimeSpan end)
    {
        var positions = new List<int>();
        double? confidence = null;
        for (var at = 0; at < items.Count; at++)
        {
            if (items[at] is not { Start: { } from, End: { } to, Type: ItemType.Pronunciation } item || item.Content.Length == 0) continue;
            var common = (to < end ? to : end) - (from > start ? from : start);
            var shorter = to - from < end - start ? to - from : end - start;
            if (common < TimeSpan.Zero || common * 2 < shorter) continue;
            if (positions.Count > 0 && common == TimeSpan.Zero) continue;
            positions.Add(at);
            confidence = confidence is { } least && item.Confidence is { } own ? Math.Min(least, own) : confidence ?? item.Confidence;
        }

        var text = TextJoin.Join(items, [.. positions]);
        return text.Length > 0 ? new WordAlternative(text, confidence) : null;
    }
}
