using System.Text;

namespace TranscribeConsole.Transcripts;

/// <summary>Joins words the way the service does: one space, none before punctuation, none in scripts written without.</summary>
public static class TextJoin
{
    /// <summary>Appends a word or a longer text with the space it needs.</summary>
    public static void Append(StringBuilder text, string next)
    {
        if (text.Length > 0 && next.Length > 0 && NeedsSpace(text[^1], next[0])) text.Append(' ');
        text.Append(next);
    }

    /// <summary>Joins the items at the given positions.</summary>
    public static string Join(ItemList items, ReadOnlySpan<int> positions)
    {
        var text = new StringBuilder();
        foreach (var position in positions)
        {
            var item = items[position];
            if (item.Type == ItemType.Punctuation) text.Append(item.Content);
            else Append(text, item.Content);
        }

        return text.ToString();
    }

    /// <summary>Whether a space stands between two words that end and begin so.</summary>
    public static bool NeedsSpace(char before, char after) =>
        !char.IsWhiteSpace(before) && !(IsWrittenWithoutSpaces(before) && IsWrittenWithoutSpaces(after));

    // Thai to Lao, Myanmar, Khmer, CJK with kana, and (as surrogates) the CJK extensions. Korean writes spaces.
    public static bool IsWrittenWithoutSpaces(char letter) => letter
        is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3000' and <= '\u312F') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF') or (>= '\uD840' and <= '\uD88F')
        or (>= '\uDC00' and <= '\uDFFF');
}
