using System.Buffers;

namespace TranscribeConsole.Transcripts;

internal static class Sentence
{
    // Full stops and marks of Latin, Arabic, Devanagari, Armenian and East Asian writing.
    private const string EndMarks = ".?!\u2026\u061F\u06D4\u0964\u0589\u3002\uFF0E\uFF1F\uFF01";

    private static readonly SearchValues<char> AnyEndMark = SearchValues.Create(EndMarks);

    /// <summary>Whether the text closes a sentence.</summary>
    public static bool Ends(string text) => text.Length > 0 && EndMarks.Contains(text[^1], StringComparison.Ordinal);

    /// <summary>Whether one of the marks that follow a word closes a sentence.</summary>
    public static bool IsIn(ReadOnlySpan<char> marks) => marks.ContainsAny(AnyEndMark);
}
