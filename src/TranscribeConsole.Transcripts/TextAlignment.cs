namespace TranscribeConsole.Transcripts;

/// <summary>Finds the items in the whole text, so that a part of it can be shown as the service wrote it, spaces included.</summary>
internal sealed class TextAlignment
{
    private readonly string _text;
    private readonly int[] _begins;
    private readonly int[] _ends;

    private TextAlignment(string text, int count) => (_text, _begins, _ends) = (text, new int[count], new int[count]);

    /// <summary>Null when text and items differ in more than white space.</summary>
    public static TextAlignment? Find(string text, ItemList items)
    {
        var alignment = new TextAlignment(text, items.Count);
        var at = 0;
        for (var index = 0; index < items.Count; index++)
        {
            at = alignment.SkipSpace(at);
            alignment._begins[index] = at;
            foreach (var letter in items[index].Content)
            {
                if (char.IsWhiteSpace(letter)) continue;
                at = alignment.SkipSpace(at);
                if (at == text.Length || text[at++] != letter) return null;
            }

            alignment._ends[index] = at;
        }

        return alignment.SkipSpace(at) == text.Length ? alignment : null;
    }

    /// <summary>The text from one item to another, both included.</summary>
    public string Slice(int first, int last) => _text[_begins[first].._ends[last]].Trim();

    private int SkipSpace(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        return at;
    }
}
