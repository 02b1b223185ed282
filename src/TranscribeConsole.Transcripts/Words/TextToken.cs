using System.Globalization;

namespace TranscribeConsole.Transcripts.Words;

/// <summary>A piece of text that can have a time of its own: a word without the marks around it, or one sign of a script written without spaces.</summary>
internal readonly record struct TextToken(int Offset, int Length)
{
    // Marks of sentences and quotations. Brackets are not among them: "[PII]" is a word.
    private const string Marks = ".,?!:;\"\u2026\u00A1\u00BF\u00AB\u00BB\u201C\u201D\u201E\u2018\u060C\u061B\u061F\u06D4\u0964\u0965\u0589"
        + "\u3001\u3002\uFF0C\uFF0E\uFF1F\uFF01\uFF1A\uFF1B\u300C\u300D\u300E\u300F\u2013\u2014";

    /// <summary>The tokens of a text, in order; a text of nothing but marks is a token for each run of them.</summary>
    public static List<TextToken> Of(ReadOnlySpan<char> text)
    {
        var tokens = Split(text, withMarks: false);
        return tokens.Count > 0 ? tokens : Split(text, withMarks: true);
    }

    /// <summary>What two tokens have in common when they are the same word: letters and digits without case, or else all of it.</summary>
    public string Key(ReadOnlySpan<char> text)
    {
        var token = text.Slice(Offset, Length);
        Span<char> key = Length <= 128 ? stackalloc char[Length] : new char[Length];
        var length = 0;
        foreach (var letter in token)
            if (!char.IsPunctuation(letter) && !char.IsSymbol(letter)) key[length++] = char.ToLowerInvariant(letter);
        return length > 0 ? new string(key[..length]) : token.ToString();
    }

    private static List<TextToken> Split(ReadOnlySpan<char> text, bool withMarks)
    {
        var tokens = new List<TextToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else at = AddChunk(tokens, text, at, withMarks);
        }

        return tokens;
    }

    // A chunk goes up to the next white space, or to where a script with spaces meets one without.
    private static int AddChunk(List<TextToken> tokens, ReadOnlySpan<char> text, int from, bool withMarks)
    {
        var (at, end) = (from, from + StringInfo.GetNextTextElementLength(text[from..]));
        if (!TextJoin.IsWrittenWithoutSpaces(text[at]))
        {
            while (end < text.Length && GoesOn(text[end])) end++;
        }

        var next = end;
        if (!withMarks)
        {
            while (at < end && Marks.Contains(text[at], StringComparison.Ordinal)) at++;
            while (end > at && Marks.Contains(text[end - 1], StringComparison.Ordinal)) end--;
        }

        if (end > at) tokens.Add(new TextToken(at, end - at));
        return next;
    }

    private static bool GoesOn(char letter) =>
        char.IsLowSurrogate(letter) || (!char.IsWhiteSpace(letter) && !TextJoin.IsWrittenWithoutSpaces(letter));
}
