using System.Globalization;
using System.Text.Json.Serialization;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.LanguageModels;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;
using TranscribeConsole.Services.WordLists;
using TranscribeConsole.Web.Components.Drafts;

namespace TranscribeConsole.Web.Components.Pages.Resources;

/// <summary>The form of a vocabulary, a filter or a model as the browser keeps it.</summary>
public sealed record KeptResource
{
    private const int CurrentVersion = 1;
    private const int MaxRows = 100_000;
    private const char Row = '\n';
    private const char Cell = '\t';

    public int Version { get; init; } = CurrentVersion;

    public string Name { get; init; } = "";

    public string LanguageCode { get; init; } = "";

    public WordSource Source { get; init; }

    public string FileUri { get; init; } = "";

    /// <summary>Entries or words, a line each: thousands of them are to fit.</summary>
    public string Rows { get; init; } = "";

    public BaseModel BaseModel { get; init; }

    public string TrainingUri { get; init; } = "";

    public string TuningUri { get; init; } = "";

    public string DataAccessRoleArn { get; init; } = "";

    public IReadOnlyList<JobTag> Tags { get; init; } = [];

    /// <summary>When what is edited was saved last, as it was read; null: it is new.</summary>
    public DateTimeOffset? BasedOn { get; init; }

    /// <summary>Texts by the ids of their fields: newer than the form, which the server writes a moment after each change.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    [JsonIgnore]
    private bool IsSound =>
        new[] { Name, LanguageCode, FileUri, TrainingUri, TuningUri, DataAccessRoleArn }.Concat(Fields.Values).Concat(Tags.SelectMany(tag => tag is null ? [null!] : new[] { tag.Key, tag.Value }))
            .All(text => text is { Length: <= DraftJson.MaxText })
        && Tags.Count <= DraftJson.MaxEntries && Rows.Count(character => character == Row) < MaxRows;

    public static KeptResource Of(VocabularyForm form) => Of((IWordListForm)form) with { Rows = string.Join(Row, form.Entries.Select(entry => $"{Line(entry.Phrase)}{Cell}{Line(entry.DisplayAs)}")) };

    public static KeptResource Of(VocabularyFilterForm form) => Of((IWordListForm)form) with { Rows = string.Join(Row, form.Words.Select(Line)) };

    public static KeptResource Of(LanguageModelForm form) => new()
    {
        Name = form.Name,
        LanguageCode = form.LanguageCode,
        BaseModel = form.BaseModel,
        TrainingUri = form.TrainingUri,
        TuningUri = form.TuningUri,
        DataAccessRoleArn = form.DataAccessRoleArn,
        Tags = form.Tags,
    };

    public string Write() => DraftJson.Write(this);

    /// <summary>Null when the text is no form of this version.</summary>
    public static KeptResource? Read(string text) => DraftJson.Read<KeptResource>(text) is { Version: CurrentVersion } kept && kept.IsSound ? kept : null;

    /// <param name="errors">Knows the ids of the fields.</param>
    public void Fill(VocabularyForm form, FormErrors errors)
    {
        Fill((IWordListForm)form, errors);
        form.Entries =
        [
            .. RowsOf(errors, nameof(form.Entries)).Select(row => row.Split(Cell, 2)).Index().Select(row => new VocabularyEntry(
                Latest(errors, $"Entries-{row.Index}-first", row.Item[0]), Latest(errors, $"Entries-{row.Index}-second", row.Item.ElementAtOrDefault(1) ?? ""))),
        ];
    }

    /// <inheritdoc cref="Fill(VocabularyForm, FormErrors)"/>
    public void Fill(VocabularyFilterForm form, FormErrors errors)
    {
        Fill((IWordListForm)form, errors);
        form.Words = [.. RowsOf(errors, nameof(form.Words)).Index().Select(row => Latest(errors, $"Words-{row.Index}-first", row.Item))];
    }

    /// <inheritdoc cref="Fill(VocabularyForm, FormErrors)"/>
    public void Fill(LanguageModelForm form, FormErrors errors)
    {
        (form.Name, form.LanguageCode, form.BaseModel) = (Latest(errors, nameof(form.Name), Name), LanguageCode, BaseModel);
        (form.TrainingUri, form.TuningUri) = (Latest(errors, nameof(form.TrainingUri), TrainingUri), Latest(errors, nameof(form.TuningUri), TuningUri));
        form.DataAccessRoleArn = Latest(errors, nameof(form.DataAccessRoleArn), DataAccessRoleArn);
        Fill(form.Tags, errors);
    }

    private static KeptResource Of(IWordListForm form) => new() { Name = form.Name, LanguageCode = form.LanguageCode, Source = form.Source, FileUri = form.FileUri, Tags = form.Tags };

    // A field has no line breaks; a tab in it is a mistake that the checks name, and one blank says so as well.
    private static string Line(string text) => text.ReplaceLineEndings(" ").Replace(Cell, ' ');

    private void Fill(IWordListForm form, FormErrors errors)
    {
        (form.Name, form.LanguageCode, form.Source) = (Latest(errors, nameof(form.Name), Name), LanguageCode, Source);
        form.FileUri = Latest(errors, nameof(form.FileUri), FileUri);
        Fill(form.Tags, errors);
    }

    // A row that was added a moment before a reload may stand in the fields alone.
    private void Fill(List<JobTag> tags, FormErrors errors)
    {
        tags.Clear();
        for (var index = 0; index < DraftJson.MaxEntries; index++)
        {
            var (key, value) = (string.Create(CultureInfo.InvariantCulture, $"Tags-{index}-key"), string.Create(CultureInfo.InvariantCulture, $"Tags-{index}-value"));
            if (index >= Tags.Count && !Fields.ContainsKey(errors.Id(key))) break;
            var written = index < Tags.Count ? Tags[index] : new JobTag();
            tags.Add(new JobTag
            {
                Key = Latest(errors, key, written.Key),
                Value = Latest(errors, value, written.Value),
            });
        }
    }

    // As with tags, what was added last may stand in the fields alone; the empty row at the end is the editor's.
    private IEnumerable<string> RowsOf(FormErrors errors, string list)
    {
        var rows = Rows.Split(Row);
        var last = rows.Length - 1;
        for (var index = rows.Length; IsFilled(index, "first") is { } first; index++)
            if (first || IsFilled(index, "second") == true) last = index;
        return rows.Concat(Enumerable.Repeat("", last + 1 - rows.Length));

        bool? IsFilled(int index, string column) =>
            Fields.TryGetValue(errors.Id(string.Create(CultureInfo.InvariantCulture, $"{list}-{index}-{column}")), out var text) ? text.Length > 0 : null;
    }

    private string Latest(FormErrors errors, string field, string written) => Fields.GetValueOrDefault(errors.Id(field)) ?? written;
}
