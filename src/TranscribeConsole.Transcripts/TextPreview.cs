namespace TranscribeConsole.Transcripts;

/// <summary>The beginning of a text, cut at a word.</summary>
/// <param name="HasMore">Whether something was cut off.</param>
public readonly record struct TextPreview(string Text, bool HasMore)
{
    // A cut looks for a space this far back; text without spaces (Japanese, Chinese, Thai) is cut where it is.
    private const int LongestWord = 100;

    /// <summary>The first <paramref name="maxCharacters"/> UTF-16 characters of <paramref name="text"/> at most.</summary>
    public static TextPreview Of(string text, int maxCharacters)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCharacters);
        if (text.Length <= maxCharacters) return new TextPreview(text, HasMore: false);
        return new TextPreview(text[..CutAt(text, maxCharacters)].TrimEnd(), HasMore: true);
    }

    private static int CutAt(string text, int maxCharacters)
    {
        for (var at = maxCharacters; at > 0 && at > maxCharacters - LongestWord; at--)
            if (char.IsWhiteSpace(text[at])) return at;
        return char.IsLowSurrogate(text[maxCharacters]) ? maxCharacters - 1 : maxCharacters;
    }
}
