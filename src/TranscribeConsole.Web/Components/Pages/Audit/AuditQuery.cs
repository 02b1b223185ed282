using System.Globalization;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Web.Components.Pages.Audit;

/// <summary>The filter of the audit as it stands in an address. Days are of UTC, both included; what is empty lets everything through.</summary>
internal sealed record AuditQuery(string? Person, string? Action, string? Job, string? From, string? To)
{
    private const string DayFormat = "yyyy-MM-dd";

    public bool IsEmpty => Parts.Count == 0;

    private List<KeyValuePair<string, string>> Parts =>
    [
        .. new KeyValuePair<string, string?>[] { new("person", Person), new("action", Action), new("job", Job), new("from", From), new("to", To) }
            .Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => KeyValuePair.Create(part.Key, part.Value!.Trim())),
    ];

    /// <summary>Broken rules, with the names of these properties.</summary>
    public IReadOnlyList<FieldError> Faults()
    {
        var faults = new List<FieldError>();
        if (!string.IsNullOrWhiteSpace(Action) && AuditActions.Find(Action.Trim()) is null) faults.Add(new(nameof(Action), $"Action must be one of {string.Join(", ", AuditActions.All.Select(AuditActions.Name))}."));
        if (!string.IsNullOrWhiteSpace(From) && Day(From) is null) faults.Add(new(nameof(From), "From must be a day such as 2026-11-28."));
        if (!string.IsNullOrWhiteSpace(To) && Day(To) is null) faults.Add(new(nameof(To), "To must be a day such as 2026-11-28."));
        if (HasControl(Person)) faults.Add(new(nameof(Person), "Person must not hold control characters."));
        if (HasControl(Job)) faults.Add(new(nameof(Job), "Job must not hold control characters."));
        if (Day(From) > Day(To)) faults.Add(new(nameof(To), "To must not be before From."));
        return faults;
    }

    public AuditFilter ToFilter() => new(Trimmed(Person)?.ToLowerInvariant(), Trimmed(Action), Trimmed(Job), Day(From), Day(To)?.AddDays(1));

    /// <summary>An address with the filter.</summary>
    /// <param name="after">Where the page begins; null: with the newest.</param>
    public string Address(string path, AuditPosition? after = null)
    {
        var parts = Parts;
        if (after is not null) parts.Add(KeyValuePair.Create("after", after.ToString()));
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts.Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}"))}";
    }

    public override string ToString() => string.Join(", ", Parts.Select(part => $"{part.Key} {part.Value}"));

    private static bool HasControl(string? text) => text?.Any(char.IsControl) == true;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // The last day of all has none after it.
    private static DateTimeOffset? Day(string? text) =>
        DateTimeOffset.TryParseExact(text?.Trim(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) && day.Year is > 1970 and < 9999 ? day : null;
}
