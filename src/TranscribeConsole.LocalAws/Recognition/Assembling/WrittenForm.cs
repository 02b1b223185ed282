namespace TranscribeConsole.LocalAws.Recognition.Assembling;

/// <summary>How the engine's lower-case words are written.</summary>
internal static class WrittenForm
{
    public static string Of(string word, bool beginsSentence) =>
        beginsSentence || word is "i" || word.StartsWith("i'", StringComparison.Ordinal)
            ? string.Concat(char.ToUpperInvariant(word[0]).ToString(), word.AsSpan(1))
            : word;
}
