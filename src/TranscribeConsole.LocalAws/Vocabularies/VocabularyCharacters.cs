using System.Text;

namespace TranscribeConsole.LocalAws.Vocabularies;

/// <summary>Which characters the phrases of a vocabulary may have.</summary>
/// <remarks>
/// The service publishes a table of characters by language. For English it is reproduced here: the 26 letters in both cases, apostrophe,
/// hyphen and period. For the others, whose speech this backend does not transcribe, any letter and combining mark passes.
/// </remarks>
internal static class VocabularyCharacters
{
    public static bool Allows(Rune character, string languageCode)
    {
        if (character.Value is '\'' or '-' or '.') return true;
        if (languageCode.StartsWith("en-", StringComparison.Ordinal)) return character.IsAscii && Rune.IsLetter(character);
        return Rune.IsLetter(character) || Rune.GetUnicodeCategory(character)
            is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
            or System.Globalization.UnicodeCategory.Format; // joiners of Persian and Indian scripts
    }
}
