using System.Text;
using System.Text.RegularExpressions;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services.Vocabularies;

/// <summary>What a phrase of a custom vocabulary may be. Mirrors the file rules of the service, section by section of its guide.</summary>
public sealed partial class PhraseRules(ServiceLimits limits)
{
    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private const string Accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿĀāĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŌōŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽžȘșȚț";
    private const string Unaccented = "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyyAaAaAaCcCcDdDdEeEeEeGgGgIiIiIiKkLlLlLlLlNnNnNnOoOoRrRrSsSsSsTtTtUuUuUuUuZzZzZzSsTt";

    /// <summary>The rule that the entry breaks; null: none.</summary>
    public EntryProblem? Check(VocabularyEntry entry, string languageCode)
    {
        var phrase = entry.Phrase;
        if (phrase.Length == 0) return new("Enter the phrase that is spoken.", Suggest(Mended(entry.DisplayAs, languageCode), languageCode));
        if (phrase.Length > limits.Quotas.MaxPhraseLength) return new($"The phrase has {phrase.Length} characters; it can have up to {limits.Quotas.MaxPhraseLength}.");
        if (entry.DisplayAs.Length > limits.Quotas.MaxPhraseLength)
            return new($"DisplayAs has {entry.DisplayAs.Length} characters; it can have up to {limits.Quotas.MaxPhraseLength}.");
        if (entry.DisplayAs.AsSpan().IndexOfAny("\t\n") >= 0) return new("DisplayAs can't have tabs or line breaks.");
        return CheckCharacters(phrase, languageCode) is { } message ? new(message, Suggest(Mended(phrase, languageCode), languageCode)) : null;
    }

    /// <summary>Something that is allowed and probably not meant, such as an acronym without periods; null: nothing.</summary>
    public EntryProblem? Advise(VocabularyEntry entry, string languageCode) =>
        limits.Offers(languageCode, LanguageFeature.Acronyms) && Acronym().Match(entry.Phrase) is { Success: true } acronym
            ? new(
                "Letters that are spoken one by one get a period each.",
                $"{string.Concat(acronym.Groups["letters"].Value.Select(letter => $"{letter}."))}{(acronym.Groups["plural"].Success ? "-s" : "")}")
            : null;

    private static string? CheckCharacters(string phrase, string languageCode)
    {
        if (phrase.Any(char.IsWhiteSpace)) return "A phrase has no spaces: join its words by hyphens.";
        if (phrase.Any(char.IsDigit)) return "A phrase has no digits: spell the number out.";
        foreach (var character in phrase.EnumerateRunes())
        {
            if (character.Value is not ('\'' or '-' or '.') && !LanguageLetters.Allows(character, languageCode))
                return $"The character {character} is none of the {LanguageLetters.NameOf(languageCode)} letters; a phrase has letters, hyphens, apostrophes and periods.";
        }

        return phrase.EnumerateRunes().Any(Rune.IsLetter) ? null : "A phrase has at least one letter.";
    }

    private static string? Suggest(string mended, string languageCode) =>
        mended.Length > 0 && CheckCharacters(mended, languageCode) is null ? mended : null;

    // Spaces to hyphens, digits to words (in English), accents and foreign characters away.
    private static string Mended(string phrase, string languageCode)
    {
        var text = phrase.Trim();
        if (LanguageLetters.IsEnglish(languageCode))
        {
            text = Digit().Replace(text, digit => $"-{Digits[digit.Value[0] - '0']}-");
            text = string.Concat(text.Select(Plain));
        }

        text = text.Replace('’', '\'').Replace("&", LanguageLetters.IsEnglish(languageCode) ? " and " : " ", StringComparison.Ordinal);
        var kept = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(character) || character.Value is '_' or '/' or ',' or '–' or '—') kept.Append('-');
            else if (character.Value is '\'' or '-' or '.' || LanguageLetters.Allows(character, languageCode)) kept.Append(character.ToString());
            else if (Rune.IsLetterOrDigit(character)) return ""; // without it, it would be another word
        }

        return Hyphens().Replace(kept.ToString(), "-").Trim('-');
    }

    // The program runs without ICU, and so without decomposition.
    private static char Plain(char letter) => Accented.IndexOf(letter) is >= 0 and var index ? Unaccented[index] : letter;

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    [GeneratedRegex("-{2,}")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"^(?<letters>[A-Z]{2,5})(?<plural>s)?\z")]
    private static partial Regex Acronym();
}
