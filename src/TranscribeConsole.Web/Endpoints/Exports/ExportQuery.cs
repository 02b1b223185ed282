using System.Globalization;
using Microsoft.Extensions.Primitives;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Transcripts;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Web.Endpoints.Exports;

/// <summary>What an address asks of an export, after the question mark.</summary>
/// <param name="Redacted">Null: not said; the unredacted transcript where there is one.</param>
/// <param name="Corrected">Whether corrections and names that people gave are in it.</param>
/// <param name="IsDefault">Nothing was asked for that changes a file's content.</param>
internal sealed record ExportQuery(ExportOptions Options, bool? Redacted, bool Corrected, bool SaysStartIndex, bool IsDefault)
{
    private static readonly Dictionary<string, Func<ExportQuery, string, ExportQuery?>> Parameters = new(StringComparer.Ordinal)
    {
        ["timestamps"] = (query, text) => Choice<Timestamps>(text) is { } value ? query.With(options => options with { Timestamps = value }) : null,
        ["speakers"] = (query, text) => YesNo(text) is { } value ? query.With(options => options with { SpeakerNames = value }) : null,
        ["paragraphs"] = (query, text) => Choice<Paragraphs>(text) is { } value ? query.With(options => options with { Paragraphs = value }) : null,
        ["pause"] = (query, text) => Seconds(text) is { } value ? query.With(options => options with { ParagraphPause = value }) : null,
        ["mark-below"] = (query, text) => Number(text) is { } value ? query.With(options => options with { MarkBelowConfidence = value }) : null,
        ["redacted"] = (query, text) => YesNo(text) is { } value ? query with { Redacted = value } : null,
        ["corrected"] = (query, text) => YesNo(text) is { } value ? query with { Corrected = value, IsDefault = false } : null,
        ["to"] = (query, text) => Seconds(text) is { } value ? query.With(options => options with { Selection = options.Selection with { To = value } }) : null,
        ["from"] = (query, text) => Seconds(text) is { } value ? query.With(options => options with { Selection = options.Selection with { From = value } }) : null,
        ["first"] = (query, text) => Place(text) is { } value ? query.With(options => options with { Selection = options.Selection with { First = value } }) : null,
        ["last"] = (query, text) => Place(text) is { } value ? query.With(options => options with { Selection = options.Selection with { Last = value } }) : null,
        ["rows"] = (query, text) => Choice<CsvRows>(text) is { } value ? query.With(options => options with { CsvRows = value }) : null,
        ["bom"] = (query, text) => YesNo(text) is { } value ? query.With(options => options with { CsvByteOrderMark = value }) : null,
        ["line-length"] = (query, text) => Whole(text) is { } value ? query.With(options => options with { Subtitles = options.Subtitles with { LineLength = value } }) : null,
        ["lines"] = (query, text) => Whole(text) is { } value ? query.With(options => options with { Subtitles = options.Subtitles with { Lines = value } }) : null,
        ["reading-speed"] = (query, text) => Number(text) is { } value ? query.With(options => options with { Subtitles = options.Subtitles with { CharactersPerSecond = value } }) : null,
        ["max-duration"] = (query, text) => Seconds(text) is { } value ? query.With(options => options with { Subtitles = options.Subtitles with { MaxDuration = value } }) : null,
        ["min-duration"] = (query, text) => Seconds(text) is { } value ? query.With(options => options with { Subtitles = options.Subtitles with { MinDuration = value } }) : null,
        ["min-gap"] = (query, text) => Seconds(text) is { } value ? query.With(options => options with { Subtitles = options.Subtitles with { MinGap = value } }) : null,
        ["start-index"] = (query, text) => Whole(text) is { } value
            ? query.With(options => options with { Subtitles = options.Subtitles with { StartIndex = value } }) with { SaysStartIndex = true } : null,
        ["speaker-prefix"] = (query, text) => YesNo(text) is { } value ? query.With(options => options with { Subtitles = options.Subtitles with { SpeakerPrefix = value } }) : null,
    };

    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["timestamps"] = "none, turn or paragraph",
        ["paragraphs"] = "turn or pause",
        ["rows"] = "turn or word",
        ["first"] = "a turn's id, a colon and an offset in its text",
        ["last"] = "a turn's id, a colon and an offset in its text",
        ["line-length"] = "a whole number",
        ["lines"] = "a whole number",
        ["start-index"] = "0 or 1",
        ["mark-below"] = "a number from 0 to 1",
        ["reading-speed"] = "a number",
        ["pause"] = "a number of seconds",
        ["from"] = "a number of seconds",
        ["to"] = "a number of seconds",
        ["min-duration"] = "a number of seconds",
        ["max-duration"] = "a number of seconds",
        ["min-gap"] = "a number of seconds",
    };

    public static ExportQuery Default { get; } = new(ExportOptions.Default, null, true, false, true);

    /// <summary>Whether it says where the media is: not to people from outside.</summary>
    public bool NamesMedia { get; init; } = true;

    /// <summary>Whether speakers have the names that people gave them.</summary>
    public bool NamesSpeakers { get; init; } = true;

    public TranscriptVariant Variant => Redacted switch { true => TranscriptVariant.Redacted, false => TranscriptVariant.Unredacted, null => TranscriptVariant.Any };

    /// <summary>Reads the parameters.</summary>
    /// <returns>The query, or a sentence that names the parameter and its rule.</returns>
    public static (ExportQuery? Query, string? Problem) Parse(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        var given = parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal);
        if (given.Keys.FirstOrDefault(name => !Parameters.ContainsKey(name)) is { } unknown)
            return (null, $"'{unknown}' is not one of the parameters {string.Join(", ", Parameters.Keys)}.");
        var query = Default;
        // In the table's order and not in the address's: what bounds another comes before it.
        foreach (var (name, apply) in Parameters)
        {
            if (!given.TryGetValue(name, out var values)) continue;
            if (values is not [{ } text] || apply(query, text) is not { } next) return (null, $"{name} must be {Forms.GetValueOrDefault(name, "true or false")}.");
            if (next.Options.Problem is { } problem) return (null, $"{name}: {problem}");
            query = next;
        }

        return (query, null);
    }

    private ExportQuery With(Func<ExportOptions, ExportOptions> change) => this with { Options = change(Options), IsDefault = false };

    private static T? Choice<T>(string text) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;

    private static bool? YesNo(string text) => bool.TryParse(text, out var value) ? value : null;

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    // A day is more than any media has, and far less than a TimeSpan holds.
    private static TimeSpan? Seconds(string text) => Number(text) is { } value and <= 86_400 ? TimeSpan.FromSeconds(value) : null;

    private static TextPlace? Place(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && Whole(text[(colon + 1)..]) is { } offset ? new TextPlace(new TurnId(text[..colon]), offset) : null;
    }
}
