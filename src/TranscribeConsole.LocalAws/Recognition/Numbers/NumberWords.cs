using System.Collections.Frozen;

namespace TranscribeConsole.LocalAws.Recognition.Numbers;

/// <summary>English words that numbers are made of.</summary>
internal static class NumberWords
{
    public static FrozenDictionary<string, int> Digits { get; } = Count(0, "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    public static FrozenDictionary<string, int> Teens { get; } = Count(
        10, "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");

    public static FrozenDictionary<string, int> Tens { get; } = new Dictionary<string, int>
    {
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    }.ToFrozenDictionary();

    public static FrozenDictionary<string, int> SmallOrdinals { get; } = Count(
        1, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth");

    public static FrozenDictionary<string, int> TensOrdinals { get; } = new Dictionary<string, int>
    {
        ["thirtieth"] = 30,
        ["fortieth"] = 40,
        ["fiftieth"] = 50,
        ["sixtieth"] = 60,
        ["seventieth"] = 70,
        ["eightieth"] = 80,
        ["ninetieth"] = 90,
        ["hundredth"] = 100,
    }.ToFrozenDictionary();

    /// <summary>Written as a word behind the number: 2 million.</summary>
    public static FrozenSet<string> LargeUnits { get; } = FrozenSet.Create("million", "billion", "trillion");

    public static FrozenSet<string> Months { get; } = FrozenSet.Create(
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december");

    private static FrozenDictionary<string, int> Count(int from, params string[] words) =>
        words.Select((word, index) => KeyValuePair.Create(word, from + index)).ToFrozenDictionary();
}
