using System.Text;

namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>Reads the text of a vocabulary filter: one word a line.</summary>
internal static class VocabularyFilterText
{
    /// <summary>Largest text that the service takes: 50 KB.</summary>
    public const int MaxBytes = VocabularyText.MaxBytes;

    private const int MaxLength = 256;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The words, or the sentence about what is wrong, which names the line.</summary>
    public static (IReadOnlyList<string> Words, string? Problem) Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) utf8 = utf8[3..];
        string text;
        try
        {
            text = StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            return ([], "The vocabulary filter is not valid UTF-8 text.");
        }

        var words = new List<string>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var word = line.TrimEnd('\r');
            if (word.Length == 0) continue;
            if (word.Any(char.IsWhiteSpace)) return ([], $"Line {number} of the vocabulary filter holds '{word}'. Each line must hold one word without spaces.");
            if (word.Length > MaxLength) return ([], $"Line {number} of the vocabulary filter has {word.Length} characters; a word can have up to {MaxLength}.");
            words.Add(word);
        }

        return words.Count > 0 ? (words, null) : ([], "The vocabulary filter is empty. It must have at least one word.");
    }
}
