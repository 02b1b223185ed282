namespace TranscribeConsole.Transcripts.Words;

/// <summary>Places the recognised words of a turn in a text: the service's own, or one that a person corrected.</summary>
/// <remarks>
/// Words that are still there keep their time, whatever became of their case and punctuation; the others share the time of the words
/// they replace, or the pause between their neighbours, in proportion to their length.
/// </remarks>
internal static class WordAlignment
{
    /// <summary>The words of <paramref name="text"/>, in its order; every letter that is not a mark belongs to one.</summary>
    public static IReadOnlyList<TurnWord> Of(ItemList items, Turn turn, string text) =>
        Exact(items, turn, text) ?? new WordSpreading(items, turn, text).Spread();

    // The common case: the text is the items, but for white space.
    private static List<TurnWord>? Exact(ItemList items, Turn turn, string text)
    {
        var positions = turn.Items.Span;
        if (positions.IsEmpty) return null;
        var words = new List<TurnWord>(positions.Length);
        var at = 0;
        var time = turn.Start;
        foreach (var position in positions)
        {
            ref readonly var item = ref items.Data[position];
            at = SkipSpace(text, at);
            if (Match(text, at, items.Texts.Content(item.Content)) is not { } end) return null;
            if (item.Kind == ItemType.Pronunciation && end > at)
            {
                var word = WordOf(items, position, at, end - at, time);
                words.Add(word);
                time = word.End;
            }

            at = end;
        }

        return SkipSpace(text, at) == text.Length ? words : null;
    }

    /// <summary>A recognised word; one that the file gives no time is said when the word before ends.</summary>
    public static TurnWord WordOf(ItemList items, int position, int offset, int length, TimeSpan previousEnd)
    {
        ref readonly var item = ref items.Data[position];
        var start = item.StartMilliseconds < 0 ? previousEnd : TimeSpan.FromMilliseconds(item.StartMilliseconds);
        var end = TimeSpan.FromMilliseconds(item.EndMilliseconds);
        return new TurnWord
        {
            Offset = offset,
            Length = length,
            Start = start,
            End = end < start ? start : end,
            Confidence = double.IsNaN(item.Confidence) ? null : item.Confidence,
            Item = position,
        };
    }

    // Where the content ends in the text when it begins at the place given; white space may differ.
    private static int? Match(string text, int at, string content)
    {
        if (string.CompareOrdinal(text, at, content, 0, content.Length) == 0 && !content.AsSpan().ContainsWhiteSpaceAtEnd()) return at + content.Length;
        foreach (var letter in content)
        {
            if (char.IsWhiteSpace(letter)) continue;
            at = SkipSpace(text, at);
            if (at == text.Length || text[at++] != letter) return null;
        }

        return at;
    }

    private static bool ContainsWhiteSpaceAtEnd(this ReadOnlySpan<char> content) => content.Length > 0 && char.IsWhiteSpace(content[^1]);

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
