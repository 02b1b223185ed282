using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using TranscribeConsole.Components.Forms;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Components.Pages.CreateJob;

/// <summary>Name, model, language, and what lies under Additional settings.</summary>
public sealed partial class JobSettingsPanel
{
    private static readonly ConditionalWeakTable<JobRules, ConcurrentDictionary<(ModelType, LanguageSetting), (IReadOnlyList<SelectGroup>, IReadOnlyList<SelectGroup>)>> Shared = [];

    private IReadOnlyList<SelectGroup> _languages = [];
    private IReadOnlyList<SelectGroup> _languageOptions = [];
    private (ModelType, LanguageSetting)? _listed;

    private static readonly IReadOnlyList<RadioOption<JobVisibility>> Visibilities =
    [
        new(JobVisibility.Private, "Private", "You and the managers."),
        new(JobVisibility.Team, "Team", "Everybody who signs in to this console."),
    ];

    /// <summary>People sign in: a job has an owner.</summary>
    [Parameter] public bool AsksForVisibility { get; set; }

    private IReadOnlyList<RadioOption<ModelType>> Models =>
    [
        new(ModelType.General, "General model", "Made for no field in particular. Which options it has depends on the language."),
        Choice(ModelType.Custom, "Custom language model", "A model that you trained with texts of your field. It has fewer options.", StateOf(JobOption.CustomLanguageModel)),
    ];

    private IReadOnlyList<RadioOption<LanguageSetting>> LanguageSettings =>
    [
        new(LanguageSetting.Specific, "Specific language", "You know the language. Gives the best results, and every option."),
        Choice(LanguageSetting.Identify, "Automatic language identification", "The language that is spoken most is found, and all is transcribed in it.", StateOf(JobOption.AutomaticLanguageIdentification)),
        Choice(LanguageSetting.IdentifyMultiple, "Automatic multiple languages identification", "Every language that is spoken is found and transcribed.", StateOf(JobOption.MultipleLanguagesIdentification)),
    ];

    private IReadOnlyList<SelectGroup> Languages => Listed()._languages;

    private IReadOnlyList<SelectGroup> LanguageOptions => Listed()._languageOptions;

    private string? LanguageNote => Backend.Languages switch
    {
        null => null,
        { Count: > 5 } many => $"{Backend.Engine.Name} transcribes {many.Count} of the service's languages. The others are listed but can't be chosen with this backend.",
        var few => $"{Backend.Engine.Name} transcribes {string.Join(", ", few.Select(Limits.LanguageText))} only. The other languages of the service are listed but can't be chosen with this backend.",
    };

    private OptionState Queue => StateOf(JobOption.JobQueue);

    private IReadOnlyList<SelectGroup> Formats { get; set; } = [];

    private bool IsFurtherSet =>
        Form.JobQueue || Form.MediaFormat.Length > 0 || Form.MediaSampleRate.Length > 0
        || ErrorOf(nameof(JobForm.JobQueue)) is not null || ErrorOf(nameof(JobForm.MediaFormat)) is not null || ErrorOf(nameof(JobForm.MediaSampleRate)) is not null;

    protected override void OnInitialized() =>
        Formats = [new(null, [new("", "Detected from the file"), .. Limits.MediaFormats.Select(format => new SelectOption(format.Format, format.Format.ToUpperInvariant()))])];

    private Task SetLanguagesAsync(IReadOnlyList<string> codes)
    {
        Form.LanguageOptions = [.. codes];
        return ReconcileAsync();
    }

    private Task SetFormatAsync(string? format)
    {
        Form.MediaFormat = format ?? "";
        return ChangedAsync();
    }

    // The lists are compared by reference: the same ones as long as nothing changes them. All circuits share them, for they are long
    // and depend on nothing but the rules and these two choices.
    private JobSettingsPanel Listed()
    {
        var key = (Form.ModelType, Form.LanguageSetting);
        if (_listed == key) return this;
        var lists = Shared.GetOrCreateValue(Rules).GetOrAdd(key, _ => (Group(Rules.Languages(Form)), Group(Rules.LanguageOptions(Form))));
        (_listed, (_languages, _languageOptions)) = (key, lists);
        return this;
    }

    // Those that can be chosen first. The others are shown with their reasons, so that people see what the service has and this job can't have.
    private static IReadOnlyList<SelectGroup> Group(IReadOnlyList<LanguageChoice> languages)
    {
        var byUse = languages.ToLookup(choice => choice.Unavailable is null, choice => new SelectOption(choice.Language.Code, choice.Language.Text, choice.Unavailable is not null, choice.Unavailable));
        return byUse[false].Any() ? [new(null, [.. byUse[true]]), new("Not available", [.. byUse[false]])] : [new(null, [.. byUse[true]])];
    }
}
