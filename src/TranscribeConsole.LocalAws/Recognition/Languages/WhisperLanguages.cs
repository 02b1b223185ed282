using System.Collections.Frozen;
using TranscribeConsole.LocalAws.Transcribe.Validation;

namespace TranscribeConsole.LocalAws.Recognition.Languages;

/// <summary>Languages of Whisper models against the service's codes. Servers answer with a name (<c>english</c>) or a code (<c>en</c>).</summary>
internal static class WhisperLanguages
{
    // Code and name as Whisper has them, then the service's codes of that language, the most spoken first: the one that an
    // identified language gets when the job names no options.
    private static readonly (string Code, string Name, string[] ServiceCodes)[] Table =
    [
        ("af", "afrikaans", ["af-ZA"]), ("am", "amharic", ["am-ET"]), ("ar", "arabic", ["ar-SA", "ar-AE"]), ("az", "azerbaijani", ["az-AZ"]),
        ("ba", "bashkir", ["ba-RU"]), ("be", "belarusian", ["be-BY"]), ("bg", "bulgarian", ["bg-BG"]), ("bn", "bengali", ["bn-IN"]),
        ("bs", "bosnian", ["bs-BA"]), ("ca", "catalan", ["ca-ES"]), ("cs", "czech", ["cs-CZ"]), ("cy", "welsh", ["cy-GB", "cy-WL"]),
        ("da", "danish", ["da-DK"]), ("de", "german", ["de-DE", "de-CH"]), ("el", "greek", ["el-GR"]),
        ("en", "english", ["en-US", "en-GB", "en-AU", "en-IN", "en-IE", "en-NZ", "en-AB", "en-WL", "en-ZA"]),
        ("es", "spanish", ["es-ES", "es-US", "es-MX"]), ("et", "estonian", ["et-EE", "et-ET"]), ("eu", "basque", ["eu-ES"]),
        ("fa", "persian", ["fa-IR", "fa-AF"]), ("fi", "finnish", ["fi-FI"]), ("fr", "french", ["fr-FR", "fr-CA"]), ("gl", "galician", ["gl-ES"]),
        ("gu", "gujarati", ["gu-IN"]), ("ha", "hausa", ["ha-NG"]), ("he", "hebrew", ["he-IL"]), ("hi", "hindi", ["hi-IN"]),
        ("hr", "croatian", ["hr-HR"]), ("ht", "haitian creole", ["ht-HT"]), ("hu", "hungarian", ["hu-HU"]), ("hy", "armenian", ["hy-AM"]),
        ("id", "indonesian", ["id-ID"]), ("is", "icelandic", ["is-IS"]), ("it", "italian", ["it-IT"]), ("ja", "japanese", ["ja-JP"]),
        ("jw", "javanese", ["jv-ID"]), ("ka", "georgian", ["ka-GE"]), ("kk", "kazakh", ["kk-KZ"]), ("km", "khmer", ["km-KH"]),
        ("kn", "kannada", ["kn-IN"]), ("ko", "korean", ["ko-KR"]), ("lt", "lithuanian", ["lt-LT"]), ("lv", "latvian", ["lv-LV"]),
        ("mi", "maori", ["mi-NZ"]), ("mk", "macedonian", ["mk-MK"]), ("ml", "malayalam", ["ml-IN"]), ("mn", "mongolian", ["mn-MN"]),
        ("mr", "marathi", ["mr-IN"]), ("ms", "malay", ["ms-MY"]), ("mt", "maltese", ["mt-MT"]), ("my", "myanmar", ["my-MM"]),
        ("ne", "nepali", ["ne-NP"]), ("nl", "dutch", ["nl-NL"]), ("no", "norwegian", ["no-NO"]), ("pa", "punjabi", ["pa-IN"]),
        ("pl", "polish", ["pl-PL"]), ("ps", "pashto", ["ps-AF"]), ("pt", "portuguese", ["pt-BR", "pt-PT"]), ("ro", "romanian", ["ro-RO"]),
        ("ru", "russian", ["ru-RU"]), ("si", "sinhala", ["si-LK"]), ("sk", "slovak", ["sk-SK"]), ("sl", "slovenian", ["sl-SI"]),
        ("so", "somali", ["so-SO"]), ("sq", "albanian", ["sq-AL"]), ("sr", "serbian", ["sr-RS"]), ("su", "sundanese", ["su-ID"]),
        ("sv", "swedish", ["sv-SE"]), ("sw", "swahili", ["sw-KE", "sw-TZ", "sw-UG", "sw-RW", "sw-BI"]), ("ta", "tamil", ["ta-IN"]),
        ("te", "telugu", ["te-IN"]), ("th", "thai", ["th-TH"]), ("tl", "tagalog", ["tl-PH"]), ("tr", "turkish", ["tr-TR"]),
        ("tt", "tatar", ["tt-RU"]), ("uk", "ukrainian", ["uk-UA"]), ("uz", "uzbek", ["uz-UZ"]), ("vi", "vietnamese", ["vi-VN"]),
        ("yue", "cantonese", ["zh-HK"]), ("zh", "chinese", ["zh-CN", "zh-TW"]),
    ];

    // Other names and codes that servers are known to use.
    private static readonly (string Answer, string Code)[] Synonyms =
    [
        ("burmese", "my"), ("castilian", "es"), ("catalan; valencian", "ca"), ("farsi", "fa"), ("filipino", "tl"), ("fil", "tl"), ("flemish", "nl"),
        ("haitian", "ht"), ("iw", "he"), ("javanese", "jw"), ("jv", "jw"), ("mandarin", "zh"), ("modern greek", "el"), ("moldavian", "ro"),
        ("nb", "no"), ("nn", "no"), ("nynorsk", "no"), ("panjabi", "pa"), ("pushto", "ps"), ("sinhalese", "si"), ("valencian", "ca"),
    ];

    private static readonly FrozenDictionary<string, string> CodeByServiceCode =
        Table.SelectMany(row => row.ServiceCodes.Select(service => KeyValuePair.Create(service, row.Code))).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]> ServiceCodesByAnswer = Table
        .SelectMany(row => (KeyValuePair<string, string[]>[])[new(row.Code, row.ServiceCodes), new(row.Name, row.ServiceCodes)])
        .Concat(Synonyms.Where(synonym => Array.TrueForAll(Table, row => row.Name != synonym.Answer))
            .Select(synonym => KeyValuePair.Create(synonym.Answer, Array.Find(Table, row => row.Code == synonym.Code).ServiceCodes)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The service's codes of the languages that Whisper knows, in the service's order.</summary>
    public static IReadOnlyList<string> ServiceCodes { get; } = [.. LanguageCodes.All.Where(CodeByServiceCode.ContainsKey)];

    /// <summary>Whisper's code of one of <see cref="ServiceCodes"/>.</summary>
    public static string CodeOf(string serviceCode) => CodeByServiceCode[serviceCode];

    /// <summary>The service's code of a language in a server's answer: one of the options where there are any. Null: unknown, or none of them.</summary>
    public static string? ServiceCodeOf(string? answer, IReadOnlyList<string> options)
    {
        if (answer is null) return null;
        var name = answer.Trim();
        if (!ServiceCodesByAnswer.TryGetValue(name, out var codes)
            && !ServiceCodesByAnswer.TryGetValue(name.Split('-', '_')[0], out codes)) return null; // en-US, pt_BR
        return options.Count == 0 ? codes[0] : options.FirstOrDefault(codes.Contains);
    }
}
