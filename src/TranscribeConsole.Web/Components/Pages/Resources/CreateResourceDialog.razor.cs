using Microsoft.AspNetCore.Components;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;
using TranscribeConsole.Services.WordLists;
using TranscribeConsole.Web.Components.Pages.Vocabularies;
using TranscribeConsole.Web.Components.Pages.VocabularyFilters;

namespace TranscribeConsole.Web.Components.Pages.Resources;

public sealed partial class CreateResourceDialog
{
    private const string Prefix = "new-resource";

    private VocabularyForm? _vocabulary;
    private VocabularyFilterForm? _filter;
    private VocabularyFields? _vocabularyFields;
    private VocabularyFilterFields? _filterFields;
    private bool _wasOpen;

    public CreateResourceDialog()
        : base(Prefix)
    {
    }

    [Inject] private CustomVocabularies Vocabularies { get; set; } = default!;

    [Inject] private CustomVocabularyFilters Filters { get; set; } = default!;

    /// <summary>A vocabulary or a filter; models are trained on their own page.</summary>
    [Parameter, EditorRequired] public ChoiceKind Kind { get; set; }

    /// <summary>Code of the language that it is for.</summary>
    [Parameter, EditorRequired] public string Language { get; set; } = "";

    /// <summary>Entries to begin with.</summary>
    [Parameter] public IReadOnlyList<VocabularyEntry> Entries { get; set; } = [];

    [Parameter, EditorRequired] public bool Open { get; set; }

    /// <summary>Created, under this name.</summary>
    [Parameter] public EventCallback<string> OnCreated { get; set; }

    /// <summary>The owner sets <see cref="Open"/> to false.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    protected override IReadOnlyList<string> Fields => ["Name", "LanguageCode", "FileUri", "Entries", "Words", "Tags"];

    private string Noun => Kind == ChoiceKind.Vocabulary ? "vocabulary" : "vocabulary filter";

    private IWordListForm? Form => (IWordListForm?)_vocabulary ?? _filter;

    // Each opening begins anew.
    protected override void OnParametersSet()
    {
        if (Open && !_wasOpen)
        {
            Errors.Tried([]);
            Failure = null;
            var rows = Entries.DefaultIfEmpty(new VocabularyEntry("")).ToList();
            _vocabulary = Kind == ChoiceKind.Vocabulary ? new() { LanguageCode = Language, Entries = rows } : null;
            _filter = Kind == ChoiceKind.VocabularyFilter ? new() { LanguageCode = Language, Words = [.. rows.Select(row => row.Phrase)] } : null;
        }

        _wasOpen = Open;
    }

    protected override IReadOnlyList<FieldError> Check() => _vocabulary is not null ? Rules.Check(_vocabulary) : Rules.Check(_filter!);

    protected override void Show(int row)
    {
        _vocabularyFields?.Show(row);
        _filterFields?.Show(row);
    }

    protected override Task SendAsync(CancellationToken cancellationToken) =>
        _vocabulary is not null ? Vocabularies.CreateAsync(_vocabulary, cancellationToken) : Filters.CreateAsync(_filter!, cancellationToken);

    protected override void Finish() => _ = OnCreated.InvokeAsync(Form!.Name);

    private void Chosen(string location)
    {
        (Form!.FileUri, Browsing) = (location, false);
        Changed();
    }
}
