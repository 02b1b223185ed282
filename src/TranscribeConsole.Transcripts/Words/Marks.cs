namespace TranscribeConsole.Transcripts.Words;

/// <summary>The marks that follow a word.</summary>
public static class Marks
{
    /// <summary>Those that the service writes as items of their own, in the scripts of its languages.</summary>
    public const string All = ".,?!;:…。，、？！；：।؟،۔";

    /// <summary>What follows a word when the word behind it has gone: never the marks of both, and the end of a sentence stays one.</summary>
    /// <param name="own">Marks of the word that stays; null or empty: none.</param>
    /// <param name="removed">Marks of the word that has gone; null or empty: none.</param>
    public static string? AfterRemoval(string? own, string? removed) =>
        string.IsNullOrEmpty(removed) || (!string.IsNullOrEmpty(own) && (Sentence.IsIn(own) || !Sentence.IsIn(removed))) ? own : removed;
}
