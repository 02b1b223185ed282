using TranscribeConsole.Components.Forms;
using TranscribeConsole.Services;
using TranscribeConsole.Web.Components.Pages.CreateJob;

namespace TranscribeConsole.Web.Components.Pages.Resources;

/// <summary>The broken rules of a form of vocabularies, filters or models, and where they stand.</summary>
/// <param name="prefix">Ids of the form's controls begin with it.</param>
public sealed class FormErrors(string prefix)
{
    private const int MostRows = 5;

    private IReadOnlyList<FieldError> _errors = [];

    /// <summary>Counts the attempts to save, see <see cref="ErrorSummary"/>.</summary>
    public int Attempt { get; private set; }

    public bool Any => _errors.Count > 0;

    /// <summary>For the summary on top; of many bad rows the first few.</summary>
    public IReadOnlyList<SummaryError> Summary
    {
        get
        {
            var rows = _errors.Where(error => IsRow(error.Field)).ToList();
            var shown = _errors.Except(rows.Skip(MostRows)).Select(error => new SummaryError(Id(error.Field), FieldIds.OfTag(error.Field) + error.Message)).ToList();
            if (rows.Count > MostRows) shown.Add(new(Id(rows[MostRows].Field), $"{rows.Count - MostRows} more rows have to be mended."));
            return shown;
        }
    }

    /// <summary>Index of the first row that has to be mended; null: none.</summary>
    public int? FirstRow => _errors.Select(error => error.Field).FirstOrDefault(IsRow) is { } row ? Index(row) : null;

    /// <summary>Id of the control that fills a property of the form.</summary>
    public string Id(string field) => IsRow(field) ? $"{prefix}-{field.Split('[')[0]}-{Index(field)}-first" : $"{prefix}-{field.Replace("[", "-", StringComparison.Ordinal).Replace("].", "-", StringComparison.Ordinal).ToLowerInvariant()}";

    public string? Of(string field) => _errors.FirstOrDefault(error => error.Field == field)?.Message;

    /// <summary>After an attempt to save.</summary>
    /// <returns>Whether there is nothing to mend.</returns>
    public bool Tried(IReadOnlyList<FieldError> errors)
    {
        (_errors, Attempt) = (errors, Attempt + 1);
        return errors.Count == 0;
    }

    /// <summary>After a change: what is mended is no longer shown.</summary>
    public void Keep(IReadOnlyList<FieldError> broken) => _errors = [.. _errors.Where(broken.Contains)];

    private static bool IsRow(string field) => field.EndsWith(']') && !field.StartsWith("Tags", StringComparison.Ordinal);

    private static int Index(string field) => int.Parse(field.Split('[', ']')[1], System.Globalization.CultureInfo.InvariantCulture);
}
