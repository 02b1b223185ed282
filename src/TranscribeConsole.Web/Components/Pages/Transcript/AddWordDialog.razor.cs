using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Forms;
using TranscribeConsole.Components.Status;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Web.Components.Pages.Transcript;

public sealed partial class AddWordDialog
{
    private const string Prefix = "add-word";
    private const string New = "";

    private ChoiceKind _kind;
    private bool _open;
    private bool _loading;
    private IReadOnlyList<SelectGroup> _targets = [];
    private string? _left;
    private string _target = New;
    private string? _name = "";
    private string? _word = "";
    private string? _displayAs = "";

    public AddWordDialog()
        : base(Prefix)
    {
    }

    [Inject] private CustomVocabularies Vocabularies { get; set; } = default!;

    [Inject] private CustomVocabularyFilters Filters { get; set; } = default!;

    [Inject] private WordAdditions Additions { get; set; } = default!;

    [Inject] private Choices Choices { get; set; } = default!;

    [Inject] private PhraseRules Phrases { get; set; } = default!;

    [Inject] private ServiceLimits Limits { get; set; } = default!;

    /// <summary>Code of the transcript's language.</summary>
    [Parameter, EditorRequired] public string Language { get; set; } = "";

    protected override IReadOnlyList<string> Fields => ["Name"];

    private string Noun => _kind == ChoiceKind.Vocabulary ? "vocabulary" : "vocabulary filter";

    private VocabularyEntry Entry => new(_word?.Trim() ?? "", _displayAs?.Trim() ?? "");

    private string Target => _target == New ? _name?.Trim() ?? "" : _target;

    protected override IReadOnlyList<FieldError> Check()
    {
        var errors = new List<FieldError>();
        if (_kind == ChoiceKind.Vocabulary)
        {
            if (_target == New) errors.AddRange(Rules.Check(new VocabularyForm { Name = Target, LanguageCode = Language, Entries = [new("word")] }));
            if (Phrases.Check(Entry, Language) is { } problem)
                errors.Add(new("Word", problem.Suggestion is { } suggestion ? $"{problem.Message} For example: {suggestion}" : problem.Message));
        }
        else
        {
            if (_target == New) errors.AddRange(Rules.Check(new VocabularyFilterForm { Name = Target, LanguageCode = Language, Words = ["word"] }));
            if (Entry.Phrase.Length == 0) errors.Add(new("Word", "Enter the word."));
            else if (FilterWords.Check([Entry.Phrase], Limits.Quotas).FirstOrDefault() is { } problem) errors.Add(new("Word", problem.Message.Replace("Line 1", "It", StringComparison.Ordinal)));
        }

        return errors;
    }

    protected override Task SendAsync(CancellationToken cancellationToken) =>
        _kind == ChoiceKind.Vocabulary ? AddToVocabularyAsync(cancellationToken) : AddToFilterAsync(cancellationToken);

    protected override void Finish()
    {
        _open = false;
        var (href, then) = _kind == ChoiceKind.Vocabulary
            ? ("custom-vocabulary", "Jobs can use it as soon as it is Ready.")
            : ("vocabulary-filtering", "Jobs that start from now on use it.");
        Messages.Show(StatusKind.Success, $"{Entry.Phrase} was added to the {Noun} {Target}. {then}", $"{href}/{Target}", "Show it");
    }

    // What is selected is a proposal: the phrase as the rules have it, and the words themselves as they are to be written.
    private async Task BeginAsync(ChoiceKind kind, ChangeEventArgs picked)
    {
        var word = ((string?)picked.Value)?.Trim().Trim('.', ',', '?', '!', ';', ':', '"') ?? "";
        (_kind, _open, _target, _name, _displayAs) = (kind, true, New, "", "");
        _word = word;
        if (kind == ChoiceKind.Vocabulary && Phrases.Check(new(word), Language)?.Suggestion is { } phrase) (_word, _displayAs) = (phrase, word);
        Errors.Tried([]);
        Failure = null;
        StateHasChanged();
        await ListAsync();
    }

    private async Task ListAsync()
    {
        var kind = _kind;
        _loading = true;
        await ReadAsync(async cancellationToken =>
        {
            var choices = await Choices.AllAsync(kind, Language, cancellationToken);
            if (kind != _kind) return;
            _targets = [new(null, [new(New, $"New {Noun}"), .. choices.Where(choice => choice.Usable).Select(choice => new SelectOption(choice.Name, choice.Name))])];
            _left = Choices.LeftOut(kind, Language, choices);
        });
        _loading = false;
    }

    private void SetTarget(string target)
    {
        _target = target;
        Changed();
    }

    private Task AddToVocabularyAsync(CancellationToken cancellationToken) => _target == New
        ? Vocabularies.CreateAsync(new() { Name = Target, LanguageCode = Language, Entries = [Entry] }, cancellationToken)
        : Additions.AddToVocabularyAsync(Target, Entry, cancellationToken);

    private Task AddToFilterAsync(CancellationToken cancellationToken) => _target == New
        ? Filters.CreateAsync(new() { Name = Target, LanguageCode = Language, Words = [Entry.Phrase] }, cancellationToken)
        : Additions.AddToFilterAsync(Target, Entry.Phrase, cancellationToken);
}
