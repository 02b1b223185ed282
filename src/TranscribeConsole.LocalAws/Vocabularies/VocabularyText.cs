using System.Text;

namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>Reads the text of a custom vocabulary, a table or a list, by the rules that the service publishes for it.</summary>
internal static class VocabularyText
{
    /// <summary>Largest text that the service takes: 50 KB.</summary>
    public const int MaxBytes = 50 * 1024;

    private const int MaxLength = 256;

    private static readonly string[] Columns = ["Phrase", "SoundsLike", "IPA", "DisplayAs"];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="utf8">As it was sent.</param>
    /// <param name="languageCode">Says which letters a phrase may have.</param>
    public static VocabularyContent Read(ReadOnlySpan<byte> utf8, string languageCode)
    {
        try
        {
            if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
                throw new VocabularyFault(1, "begins with a byte order mark. Save the file as UTF-8 without one.");
            var lines = Decode(utf8).Split('\n');
            if (lines is [.., ""]) lines = lines[..^1]; // the line end of the last line
            if (lines.Length == 0) return new([], "The vocabulary is empty. It must have at least one phrase.");
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].Contains('\r', StringComparison.Ordinal)) throw new VocabularyFault(i + 1, "ends with CR LF. Lines must end with LF alone.");
            }

            var entries = IsTable(lines[0]) ? Table(lines, languageCode) : List(lines, languageCode);
            return entries.Count > 0 ? new(entries, null) : new([], "The vocabulary has a header and no phrases. It must have at least one.");
        }
        catch (VocabularyFault fault)
        {
            return new([], fault.Message);
        }
    }

    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new VocabularyFault(1 + utf8[..Math.Min(Math.Max(e.Index, 0), utf8.Length)].Count((byte)'\n'), "is not valid UTF-8.");
        }
    }

    private static bool IsTable(string header) => header.Contains('\t', StringComparison.Ordinal) || Columns.Contains(header.Trim());

    private static List<VocabularyEntry> Table(string[] lines, string languageCode)
    {
        var header = lines[0].Split('\t');
        if (header.Length != Columns.Length || Columns.Except(header).Any())
            throw new VocabularyFault(1, "is not the header of a table: it must hold Phrase, SoundsLike, IPA and DisplayAs, separated by tabs.");
        var (phrase, soundsLike, ipa, displayAs) =
            (Array.IndexOf(header, Columns[0]), Array.IndexOf(header, Columns[1]), Array.IndexOf(header, Columns[2]), Array.IndexOf(header, Columns[3]));
        var entries = new List<VocabularyEntry>(lines.Length - 1);
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t');
            if (cells.Length != Columns.Length)
                throw new VocabularyFault(i + 1, $"has {cells.Length - 1} tabs; it must have {Columns.Length - 1}, one between each of the columns.");
            Check(cells[phrase], i + 1, languageCode);
            if (cells[soundsLike].Length > 0 && cells[ipa].Length > 0)
                throw new VocabularyFault(i + 1, "has both SoundsLike and IPA. Leave one of them empty.");
            if (cells[soundsLike].Contains(' ', StringComparison.Ordinal))
                throw new VocabularyFault(i + 1, "has a space in SoundsLike. Separate the syllables by hyphens.");
            if (cells[displayAs].Length > MaxLength)
                throw new VocabularyFault(i + 1, $"has a DisplayAs of {cells[displayAs].Length} characters; it can have up to {MaxLength}.");
            entries.Add(new(cells[phrase], string.IsNullOrWhiteSpace(cells[displayAs]) ? null : cells[displayAs].Trim()));
        }

        return entries;
    }

    // One phrase a line, or several with commas between.
    private static List<VocabularyEntry> List(string[] lines, string languageCode)
    {
        var entries = new List<VocabularyEntry>();
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var phrase in lines[i].Split(','))
            {
                Check(phrase.Trim(), i + 1, languageCode);
                entries.Add(new(phrase.Trim(), null));
            }
        }

        return entries;
    }

    private static void Check(string phrase, int line, string languageCode)
    {
        if (phrase.Length == 0) throw new VocabularyFault(line, "has no phrase.");
        if (phrase.Length > MaxLength) throw new VocabularyFault(line, $"has a phrase of {phrase.Length} characters; it can have up to {MaxLength}.");
        if (phrase.Any(char.IsWhiteSpace)) throw new VocabularyFault(line, $"has a space in the phrase '{phrase}'. Join its words by hyphens.");
        if (phrase.Any(char.IsDigit)) throw new VocabularyFault(line, $"has a digit in the phrase '{phrase}'. Spell the number out.");
        foreach (var rune in phrase.EnumerateRunes())
        {
            if (!VocabularyCharacters.Allows(rune, languageCode))
                throw new VocabularyFault(line, $"has the character '{rune}' in the phrase '{phrase}', which {languageCode} does not have.");
        }

        if (!phrase.EnumerateRunes().Any(Rune.IsLetter)) throw new VocabularyFault(line, $"has no letter in the phrase '{phrase}'.");
    }

    private sealed class VocabularyFault(int line, string fault) : Exception($"Line {line} {fault}");
}
