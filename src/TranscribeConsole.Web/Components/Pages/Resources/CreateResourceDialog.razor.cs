using Microsoft.AspNetCore.Components;
using TranscribeConsole.Services;
using TranscribeConsole.Services.LanguageModels;
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
    private LanguageModelForm? _model;
    private string _browse = nameof(LanguageModelForm.TrainingUri);
    private VocabularyFields? _vocabularyFields;
    private VocabularyFilterFields? _filterFields;
    private bool _used; // before, a closed dialog would be kept for nothing
    private bool _wasOpen;

    public CreateResourceDialog()
        : base(Prefix)
    {
    }

    [Inject] private CustomVocabularies Vocabularies { get; set; } = default!;

    [Inject] private CustomVocabularyFilters Filters { get; set; } = default!;

    [Inject] private CustomLanguageModels Models { get; set; } = default!;

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

    protected override IReadOnlyList<string> Fields => ["Name", "LanguageCode", "FileUri", "Entries", "Words", "TrainingUri", "TuningUri", "DataAccessRoleArn", "Tags"];

    private string Noun => Kind == ChoiceKind.Vocabulary ? "vocabulary" : "vocabulary filter";

    private string Verb => Kind == ChoiceKind.LanguageModel ? "Train model" : $"Create {Noun}";

    private IWordListForm? Form => (IWordListForm?)_vocabulary ?? _filter;

    private bool IsTuning => _browse == nameof(LanguageModelForm.TuningUri);

    private string BrowseTitle => _model is null ? $"Choose {Noun} file in S3" : IsTuning ? "Choose tuning data in S3" : "Choose training data in S3";

    private string? BrowseStart => _model is null ? Form?.FileUri : IsTuning ? _model.TuningUri : _model.TrainingUri;

    // Each opening begins anew.
    protected override void OnParametersSet()
    {
        if (Open && !_wasOpen)
        {
            Errors.Tried([]);
            Failure = null;
            var rows = Entries.DefaultIfEmpty(new VocabularyEntry("")).ToList();
            _vocabulary = Kind == ChoiceKind.Vocabulary ? new() { LanguageCode = Language, Entries = rows } : null;
            _model = Kind == ChoiceKind.LanguageModel ? new() { LanguageCode = Language } : null;
            _filter = Kind == ChoiceKind.VocabularyFilter ? new() { LanguageCode = Language, Words = [.. rows.Select(row => row.Phrase)] } : null;
        }

        _wasOpen = Open;
    }

    protected override IReadOnlyList<FieldError> Check() => _vocabulary is not null ? Rules.Check(_vocabulary) : _model is not null ? Rules.Check(_model) : Rules.Check(_filter!);

    protected override void Show(int row)
    {
        _vocabularyFields?.Show(row);
        _filterFields?.Show(row);
    }

    protected override Task SendAsync(CancellationToken cancellationToken) =>
        _vocabulary is not null ? Vocabularies.CreateAsync(_vocabulary, cancellationToken)
        : _model is not null ? Models.TrainAsync(_model, cancellationToken)
        : Filters.CreateAsync(_filter!, cancellationToken);

    protected override void Finish() => _ = OnCreated.InvokeAsync(_model?.Name ?? Form!.Name);

    private void Browse(string field) => (_browse, Browsing) = (field, true);

    private void Chosen(string location)
    {
        if (_model is null) Form!.FileUri = location;
        else if (IsTuning) _model.TuningUri = location;
        else _model.TrainingUri = location;
        Browsing = false;
        Changed();
    }
}
