using System.Globalization;

namespace TranscribeConsole.LocalAws.Recognition.Numbers;

/// <summary>
/// Writes English numbers the way people do: above ten as digits, and smaller ones too in money, percentages, decimals, dates and
/// runs of digits. What is no number stays as it was said.
/// </summary>
internal static class SpokenNumbers
{
    private const int LargestInWords = 10;
    private const int ShortestRun = 3;

    /// <summary>The number phrase that begins with this word; null: none does.</summary>
    /// <param name="words">In lower case.</param>
    public static NumberPhrase? At(IReadOnlyList<string> words, int position) =>
        Ordinal(words, position) ?? DigitRun(words, position) ?? Number(words, position);

    /// <summary>Whether this word is a month with its day behind it, or behind "of".</summary>
    public static bool IsMonthOfDate(IReadOnlyList<string> words, int position) =>
        NumberWords.Months.Contains(words[position])
        && (OrdinalValue(words, position + 1) is { Value: <= 31 }
            || (position >= 2 && words[position - 1] == "of" && IsOrdinalEnd(words[position - 2]))
            || (words[position] is not ("may" or "march") && CardinalReader.BelowHundred(words, position + 1) is { Value: >= 1 and <= 31 }));

    private static NumberPhrase? Number(IReadOnlyList<string> words, int position)
    {
        if (CardinalReader.At(words, position) is not { } number) return null;
        var next = position + number.Words;
        var (text, isDecimal) = (Written(number), false);
        if (Word(words, next) is "point" && DigitsAt(words, next + 1) is { Length: > 0 } decimals)
        {
            text = $"{number.Value.ToString(CultureInfo.InvariantCulture)}.{decimals}";
            (next, isDecimal) = (next + 1 + decimals.Length, true);
        }

        var large = Word(words, next) is { } unit && NumberWords.LargeUnits.Contains(unit) ? $" {unit}" : "";
        if (large.Length > 0) next++;
        var length = next - position;
        if (Word(words, next) is "percent") return new(length + 1, $"{text}{large}%");
        if (Word(words, next) is "per" && Word(words, next + 1) is "cent") return new(length + 2, $"{text}{large}%");
        if (Money(words, position, next, text + large, number) is { } money) return money;
        var followsMonth = position > 0 && IsMonthOfDate(words, position - 1);
        return number.Value > LargestInWords || isDecimal || large.Length > 0 || followsMonth ? new(length, text + large) : null;
    }

    private static NumberPhrase? Money(IReadOnlyList<string> words, int position, int next, string text, Cardinal number)
    {
        var sign = Word(words, next) switch
        {
            "dollar" or "dollars" => "$",
            "euro" or "euros" => "€",
            _ => null,
        };
        if (sign is null || number.IsYear) return null;
        var after = next + 1;
        var link = Word(words, after) is "and" ? 1 : 0;
        if (IsPlain(text) && CardinalReader.BelowHundred(words, after + link) is { } cents && Word(words, after + link + cents.Words) is "cent" or "cents")
            return new(after + link + cents.Words + 1 - position, string.Create(CultureInfo.InvariantCulture, $"{sign}{text}.{cents.Value:00}"));
        return new(after - position, sign + text);
    }

    private static bool IsPlain(string text) => text.All(character => char.IsDigit(character) || character == ',');

    // "twenty first", "eleventh"; up to the tenth only as the day of a date.
    private static NumberPhrase? Ordinal(IReadOnlyList<string> words, int position)
    {
        if (OrdinalValue(words, position) is not { } ordinal) return null;
        var next = position + ordinal.Words;
        var isDay = (position > 0 && NumberWords.Months.Contains(words[position - 1]))
            || (Word(words, next) is "of" && Word(words, next + 1) is { } month && NumberWords.Months.Contains(month));
        return ordinal.Value > LargestInWords || isDay ? new(ordinal.Words, ordinal.Value.ToString(CultureInfo.InvariantCulture) + Ending(ordinal.Value)) : null;
    }

    private static Cardinal? OrdinalValue(IReadOnlyList<string> words, int position)
    {
        if (Word(words, position) is not { } word) return null;
        if (NumberWords.SmallOrdinals.TryGetValue(word, out var small)) return new(1, small);
        if (NumberWords.TensOrdinals.TryGetValue(word, out var round)) return new(1, round);
        return NumberWords.Tens.TryGetValue(word, out var tens) && Word(words, position + 1) is { } next
            && NumberWords.SmallOrdinals.TryGetValue(next, out var unit) && unit < 10 ? new(2, tens + unit) : null;
    }

    private static bool IsOrdinalEnd(string word) => NumberWords.SmallOrdinals.ContainsKey(word) || NumberWords.TensOrdinals.ContainsKey(word);

    // Telephone numbers and the like, said digit by digit.
    private static NumberPhrase? DigitRun(IReadOnlyList<string> words, int position)
    {
        if (Word(words, position) is not { } first || !NumberWords.Digits.ContainsKey(first)) return null;
        var digits = DigitsAt(words, position);
        var next = position + digits.Length;
        // The last digit may begin another number: "one two three hundred".
        if (Word(words, next) is "hundred" or "thousand" or "point" || (Word(words, next) is { } unit && NumberWords.LargeUnits.Contains(unit))) digits = digits[..^1];
        return digits.Length >= ShortestRun ? new(digits.Length, digits) : null;
    }

    private static string DigitsAt(IReadOnlyList<string> words, int position)
    {
        var digits = "";
        while (Word(words, position + digits.Length) is { } word && (word == "oh" || NumberWords.Digits.ContainsKey(word)))
            digits += word == "oh" ? "0" : NumberWords.Digits[word].ToString(CultureInfo.InvariantCulture);
        return digits;
    }

    // 5000 but 25,000; years never.
    private static string Written(Cardinal number) => number.Value >= 10_000 && !number.IsYear
        ? number.Value.ToString("#,0", CultureInfo.InvariantCulture)
        : number.Value.ToString(CultureInfo.InvariantCulture);

    private static string Ending(long value) => (value % 100) switch
    {
        >= 11 and <= 13 => "th",
        _ => (value % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" },
    };

    private static string? Word(IReadOnlyList<string> words, int position) => position < words.Count ? words[position] : null;
}

/// <param name="Words">How many words it replaces.</param>
internal readonly record struct NumberPhrase(int Words, string Text);
