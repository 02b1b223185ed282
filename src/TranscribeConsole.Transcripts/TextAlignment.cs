namespace TranscribeConsole.Transcripts;

/// <summary>Finds pieces (items, audio segments) in the whole text, so that a part of it can be shown as the service wrote it, spaces included.</summary>
internal sealed class TextAlignment
{
    private readonly string _text;
    private readonly int[] _begins;
    private readonly int[] _ends;

    private TextAlignment(string text, int count) => (_text, _begins, _ends) = (text, new int[count], new int[count]);

    /// <summary>Null when text and pieces differ in more than white space.</summary>
    public static TextAlignment? Find(string text, int count, Func<int, string> piece)
    {
        var alignment = new TextAlignment(text, count);
        var at = 0;
        for (var index = 0; index < count; index++)
        {
            at = alignment.SkipSpace(at);
            alignment._begins[index] = at;
            foreach (var letter in piece(index))
            {
                if (char.IsWhiteSpace(letter)) continue;
                at = alignment.SkipSpace(at);
                if (at == text.Length || text[at++] != letter) return null;
            }

            alignment._ends[index] = at;
        }

        return alignment.SkipSpace(at) == text.Length ? alignment : null;
    }

    /// <summary>The text from one piece to another, both included.</summary>
    public string Slice(int first, int last) => _text[_begins[first].._ends[last]].Trim();

    private int SkipSpace(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        return at;
    }
}
