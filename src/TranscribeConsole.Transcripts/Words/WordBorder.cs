namespace TranscribeConsole.Transcripts.Words;

internal static class WordBorder
{
    /// <summary>Where a text is cut between two words: marks that touch the one after go with it, all others with the one before.</summary>
    public static int Between(string text, TurnWord word, TurnWord next)
    {
        var between = text.AsSpan(word.EndOffset, next.Offset - word.EndOffset);
        for (var at = between.Length; at > 0; at--)
            if (char.IsWhiteSpace(between[at - 1])) return word.EndOffset + at;
        return next.Offset;
    }
}
