using System.Text;

namespace TranscribeConsole.Transcripts;

/// <summary>Text as every form of output can carry it.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text on one line, character for character: line ends and control characters become spaces, what XML cannot hold becomes U+FFFD.
    /// </summary>
    public static string OneLine(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (Replacement(text, at) != text[at]) return Replaced(text);
        return text;
    }

    /// <summary>What a person typed, on one line, without white space around it; null when nothing is left.</summary>
    public static string? Typed(string? text) => text is not null && OneLine(text).Trim() is { Length: > 0 } typed ? typed : null;

    private static string Replaced(string text)
    {
        var copy = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++) copy.Append(Replacement(text, at));
        return copy.ToString();
    }

    private static char Replacement(string text, int at)
    {
        var letter = text[at];
        if (char.IsControl(letter) || letter is '\u2028' or '\u2029') return ' ';
        if (letter is '\uFFFE' or '\uFFFF') return '\uFFFD';
        if (!char.IsSurrogate(letter)) return letter;
        var paired = char.IsHighSurrogate(letter)
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]);
        return paired ? letter : '\uFFFD';
    }
}
