using System.Globalization;
using System.Text;
using TranscribeConsole.Transcripts;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>Takes written text apart: words, the marks behind them, and the letters that are spoken.</summary>
internal static class SpokenText
{
    /// <summary>How many letters, digits and signs of letters there are: what is heard of a text.</summary>
    public static int Letters(string? text) => text?.Count(IsLetter) ?? 0;

    public static bool IsLetter(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The tokens between spaces; where a script has no spaces, cut where <paramref name="beginsWord"/> says so of a letter's number.</summary>
    public static IEnumerable<string> Tokens(string text, Func<int, bool> beginsWord)
    {
        var token = new StringBuilder();
        var letter = 0;
        foreach (var character in text)
        {
            var isCut = char.IsWhiteSpace(character)
                || (token.Length > 0 && (char.IsLetterOrDigit(character) || char.IsHighSurrogate(character))
                    && !TextJoin.NeedsSpace(token[^1], character) && beginsWord(letter));
            if (isCut && token.Length > 0)
            {
                yield return token.ToString();
                token.Clear();
            }

            if (!char.IsWhiteSpace(character)) token.Append(character);
            if (IsLetter(character)) letter++;
        }

        if (token.Length > 0) yield return token.ToString();
    }

    /// <summary>Divides a token into its word and the marks behind; a mark that belongs to the word (<c>U.S.</c>) stays.</summary>
    public static (string Word, string? Marks) Divide(string token)
    {
        var end = token.Length;
        while (end > 0 && Marks.All.Contains(token[end - 1], StringComparison.Ordinal)) end--;
        if (end == token.Length) return (token, null);
        var isAcronym = token[^1] == '.' && end == token.Length - 1 && token[..end].Contains('.', StringComparison.Ordinal)
            && token[..end].Split('.').All(part => part.Length == 1 && char.IsLetter(part[0]));
        return isAcronym ? (token, null) : (token[..end], token[end..]);
    }
}
