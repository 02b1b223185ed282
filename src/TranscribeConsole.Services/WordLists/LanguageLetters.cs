using System.Globalization;
using System.Text;

namespace TranscribeConsole.Services.WordLists;

/// <summary>Which characters the words of a language may have in a vocabulary.</summary>
/// <remarks>
/// The service publishes a table of characters for each language. For English it is reproduced here: the 26 letters in both cases. For the
/// others the script is checked, not the single letter; the service itself has the last word and names the line.
/// </remarks>
internal static class LanguageLetters
{
    private static readonly (string Name, (int First, int Last)[] Blocks) Latin = ("Latin", [(0x41, 0x5A), (0x61, 0x7A), (0xAA, 0x24F), (0x1E00, 0x1EFF)]);
    private static readonly (string Name, (int First, int Last)[] Blocks) Cyrillic = ("Cyrillic", [(0x400, 0x52F)]);
    private static readonly (string Name, (int First, int Last)[] Blocks) Arabic = ("Arabic", [(0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)]);
    private static readonly (string Name, (int First, int Last)[] Blocks) Devanagari = ("Devanagari", [(0x900, 0x97F)]);
    private static readonly (string Name, (int First, int Last)[] Blocks) Han = ("Chinese", [(0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)]);

    private static readonly Dictionary<string, (string Name, (int First, int Last)[] Blocks)> Scripts = new()
    {
        ["ab"] = Cyrillic,
        ["ba"] = Cyrillic,
        ["be"] = Cyrillic,
        ["bg"] = Cyrillic,
        ["kk"] = Cyrillic,
        ["ky"] = Cyrillic,
        ["mhr"] = Cyrillic,
        ["mk"] = Cyrillic,
        ["mn"] = Cyrillic,
        ["ru"] = Cyrillic,
        ["sr"] = Cyrillic,
        ["tt"] = Cyrillic,
        ["uk"] = Cyrillic,
        ["ar"] = Arabic,
        ["ckb"] = Arabic,
        ["fa"] = Arabic,
        ["ps"] = Arabic,
        ["ug"] = Arabic,
        ["ur"] = Arabic,
        ["hi"] = Devanagari,
        ["mr"] = Devanagari,
        ["ne"] = Devanagari,
        ["zh"] = Han,
        ["ja"] = ("Japanese", [(0x3040, 0x30FF), (0x31F0, 0x31FF), .. Han.Blocks]),
        ["ko"] = ("Korean", [(0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF)]),
        ["bn"] = ("Bengali", [(0x980, 0x9FF)]),
        ["pa"] = ("Gurmukhi", [(0xA00, 0xA7F)]),
        ["gu"] = ("Gujarati", [(0xA80, 0xAFF)]),
        ["or"] = ("Odia", [(0xB00, 0xB7F)]),
        ["ta"] = ("Tamil", [(0xB80, 0xBFF)]),
        ["te"] = ("Telugu", [(0xC00, 0xC7F)]),
        ["kn"] = ("Kannada", [(0xC80, 0xCFF)]),
        ["ml"] = ("Malayalam", [(0xD00, 0xD7F)]),
        ["si"] = ("Sinhala", [(0xD80, 0xDFF)]),
        ["th"] = ("Thai", [(0xE00, 0xE7F)]),
        ["ka"] = ("Georgian", [(0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)]),
        ["hy"] = ("Armenian", [(0x530, 0x58F)]),
        ["he"] = ("Hebrew", [(0x590, 0x5FF)]),
        ["el"] = ("Greek", [(0x370, 0x3FF), (0x1F00, 0x1FFF)]),
        ["am"] = ("Ethiopic", [(0x1200, 0x139F)]),
        ["my"] = ("Burmese", [(0x1000, 0x109F)]),
        ["km"] = ("Khmer", [(0x1780, 0x17FF)]),
        ["lo"] = ("Lao", [(0xE80, 0xEFF)]),
    };

    /// <summary>Name of the letters, for a sentence: <c>English</c>, <c>Cyrillic</c>.</summary>
    public static string NameOf(string languageCode) => IsEnglish(languageCode) ? "English" : ScriptOf(languageCode).Name;

    /// <summary>Letters of the language's script and its marks; Latin letters pass everywhere but in English texts, where they must be plain.</summary>
    public static bool Allows(Rune character, string languageCode)
    {
        if (IsEnglish(languageCode)) return character.IsAscii && Rune.IsLetter(character);
        if (Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format) return true;
        return Rune.IsLetter(character) && (IsIn(character, ScriptOf(languageCode).Blocks) || (character.IsAscii && Rune.IsLetter(character)));
    }

    public static bool IsEnglish(string languageCode) => languageCode.StartsWith("en-", StringComparison.Ordinal);

    private static (string Name, (int First, int Last)[] Blocks) ScriptOf(string languageCode) => Scripts.GetValueOrDefault(languageCode.Split('-')[0], Latin);

    private static bool IsIn(Rune character, (int First, int Last)[] blocks) => blocks.Any(block => character.Value >= block.First && character.Value <= block.Last);
}
