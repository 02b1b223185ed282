namespace TranscribeConsole.LocalAws.Recognition.Numbers;

/// <summary>Reads whole numbers that are said in words.</summary>
internal static class CardinalReader
{
    /// <summary>A number at this position, as many words as belong to it; null: there is none.</summary>
    public static Cardinal? At(IReadOnlyList<string> words, int position)
    {
        if (Year(words, position) is { } year) return year;
        return UpToThousands(words, position);
    }

    /// <summary>From 0 to 99, in one or two words.</summary>
    public static Cardinal? BelowHundred(IReadOnlyList<string> words, int position)
    {
        if (Word(words, position) is not { } word) return null;
        if (NumberWords.Digits.TryGetValue(word, out var digit)) return new(1, digit);
        if (NumberWords.Teens.TryGetValue(word, out var teen)) return new(1, teen);
        if (!NumberWords.Tens.TryGetValue(word, out var tens)) return null;
        return Word(words, position + 1) is { } next && NumberWords.Digits.TryGetValue(next, out var unit) && unit > 0 ? new(2, tens + unit) : new(1, tens);
    }

    // "a hundred", "two hundred and five", "nineteen hundred", "twelve thousand three hundred".
    private static Cardinal? UpToThousands(IReadOnlyList<string> words, int position)
    {
        if (Hundreds(words, position) is not { } head) return null;
        if (Word(words, position + head.Words) != "thousand") return head.IsBareArticle ? null : head;
        var thousands = new Cardinal(head.Words + 1, head.Value * 1000);
        return Add(words, position, thousands, Hundreds) ?? thousands;
    }

    private static Cardinal? Hundreds(IReadOnlyList<string> words, int position)
    {
        var head = Word(words, position) is "a" && Word(words, position + 1) is "hundred" or "thousand"
            ? new Cardinal(1, 1, IsBareArticle: true)
            : BelowHundred(words, position);
        if (head is not { Value: > 0 } count || Word(words, position + count.Words) != "hundred") return head;
        var hundreds = new Cardinal(count.Words + 1, count.Value * 100);
        return Add(words, position, hundreds, BelowHundred) ?? hundreds;
    }

    private static Cardinal? Add(IReadOnlyList<string> words, int position, Cardinal head, Func<IReadOnlyList<string>, int, Cardinal?> read)
    {
        var link = Word(words, position + head.Words) is "and" ? 1 : 0;
        return read(words, position + head.Words + link) is { Value: > 0, IsBareArticle: false } rest && rest.Value < head.Value
            ? new(head.Words + link + rest.Words, head.Value + rest.Value)
            : null;
    }

    // "nineteen ninety nine", "twenty twenty six", "nineteen oh five".
    private static Cardinal? Year(IReadOnlyList<string> words, int position)
    {
        if (Word(words, position) is not { } word) return null;
        if (!NumberWords.Teens.TryGetValue(word, out var century) && !NumberWords.Tens.TryGetValue(word, out century)) return null;
        if (century is < 11 or > 20) return null;
        if (Word(words, position + 1) is "oh" && Word(words, position + 2) is { } unit && NumberWords.Digits.TryGetValue(unit, out var digit) && digit > 0)
            return new(3, century * 100 + digit, IsYear: true);
        return BelowHundred(words, position + 1) is { Value: >= 10 } rest && Word(words, position + 1 + rest.Words) is not ("hundred" or "thousand")
            ? new(1 + rest.Words, century * 100 + rest.Value, IsYear: true)
            : null;
    }

    private static string? Word(IReadOnlyList<string> words, int position) => position < words.Count ? words[position] : null;
}

/// <param name="Words">How many words it is said in.</param>
/// <param name="IsBareArticle">"a", which counts only before hundred and thousand.</param>
internal readonly record struct Cardinal(int Words, long Value, bool IsYear = false, bool IsBareArticle = false);
