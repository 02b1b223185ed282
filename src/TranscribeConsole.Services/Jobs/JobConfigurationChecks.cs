using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>The checks of step 2, in the order of the page.</summary>
internal sealed class JobConfigurationChecks(JobAvailability availability, ServiceLimits limits)
{
    private readonly Quotas _quotas = limits.Quotas;

    public IEnumerable<FieldError> Check(JobForm form) =>
    [
        .. CheckAudio(form), .. CheckRedaction(form),
        .. CheckNames(form, form.VocabularyFiltering, JobOption.VocabularyFilter, nameof(form.VocabularyFiltering), nameof(form.VocabularyFilterName), "vocabulary filter"),
        .. CheckNames(form, form.CustomVocabulary, JobOption.CustomVocabulary, nameof(form.CustomVocabulary), nameof(form.VocabularyName), "custom vocabulary"),
        .. CheckModels(form), .. CheckNumberOfLanguages(form),
    ];

    private IEnumerable<FieldError> CheckAudio(JobForm form)
    {
        if (form.AudioIdentification && Refusal(form, form.AudioIdentificationOption) is { } noIdentification)
            yield return new(nameof(form.AudioIdentification), noIdentification);
        else if (form.PartitionsSpeakers && !JobDetailsChecks.IsWithin(form.MaxSpeakers, _quotas.MinSpeakers, _quotas.MaxSpeakers))
            yield return new(nameof(form.MaxSpeakers), $"The number of speakers is a whole number from {_quotas.MinSpeakers} to {_quotas.MaxSpeakers}.");

        if (form.AlternativeResults && Refusal(form, JobOption.AlternativeResults) is { } noAlternatives)
            yield return new(nameof(form.AlternativeResults), noAlternatives);
        else if (form.AlternativeResults && !JobDetailsChecks.IsWithin(form.MaxAlternatives, _quotas.MinAlternatives, _quotas.MaxAlternatives))
            yield return new(nameof(form.MaxAlternatives), $"The number of alternatives is a whole number from {_quotas.MinAlternatives} to {_quotas.MaxAlternatives}.");

        if (form.ToxicityDetection && Refusal(form, JobOption.ToxicityDetection) is { } noToxicity)
            yield return new(nameof(form.ToxicityDetection), noToxicity);
    }

    private IEnumerable<FieldError> CheckRedaction(JobForm form)
    {
        if (!form.PiiRedaction) yield break;
        if (Refusal(form, JobOption.PiiRedaction) is { } reason)
            yield return new(nameof(form.PiiRedaction), reason);
        else if (form.PiiEntityTypes is { Count: 0 })
            yield return new(nameof(form.PiiEntityTypes), "Choose at least one kind of personal data to redact.");
    }

    private IEnumerable<FieldError> CheckNames(JobForm form, bool isOn, JobOption option, string toggle, string field, string what)
    {
        if (!isOn) yield break;
        if (Refusal(form, option) is { } reason)
            yield return new(toggle, reason);
        else if (!JobAvailability.Identifies(form))
        {
            if (FaultOfName(NameOf(form, field), required: true, what) is { } fault) yield return new(field, fault);
        }
        else
        {
            foreach (var code in form.LanguageOptions.Distinct())
                if (FaultOfName(NameOf(form.ChoicesOf(code), field), required: false, what) is { } fault) yield return new(Field(code, field), fault);
            if (form.LanguageOptions.TrueForAll(code => NameOf(form.ChoicesOf(code), field).Length == 0))
                yield return new(Field(form.LanguageOptions[0], field), $"Choose a {what} for at least one of the languages. The service takes choices for {_quotas.MinLanguageIdSettings} to {_quotas.MaxLanguageIdSettings} languages.");
        }
    }

    private IEnumerable<FieldError> CheckModels(JobForm form)
    {
        foreach (var code in form.ModelsByLanguage.Keys)
        {
            var field = Field(code, nameof(LanguageChoices.LanguageModelName));
            if ((Refusal(form, JobOption.LanguageModelPerLanguage) ?? availability.WhyNoModelFor(form, code)) is { } reason)
                yield return new(field, reason);
            else if (FaultOfName(form.ModelsByLanguage[code], required: false, "custom language model") is { } fault)
                yield return new(field, fault);
            else if (form.CustomVocabulary && form.ChoicesOf(code).VocabularyName.Length > 0)
                yield return new(Field(code, nameof(LanguageChoices.VocabularyName)), "A custom vocabulary can't be combined with the custom language model of the same language.");
        }
    }

    // The service takes settings by language for two to five languages, or for none.
    private IEnumerable<FieldError> CheckNumberOfLanguages(JobForm form)
    {
        var chosen = form.LanguagesWithChoices;
        if (chosen.Count == 0 || (chosen.Count >= _quotas.MinLanguageIdSettings && chosen.Count <= _quotas.MaxLanguageIdSettings)) yield break;
        var code = chosen.Count < _quotas.MinLanguageIdSettings ? form.LanguageOptions.Find(option => !chosen.Contains(option)) ?? chosen[0] : chosen[_quotas.MaxLanguageIdSettings];
        var field = form.CustomVocabulary ? nameof(LanguageChoices.VocabularyName)
            : form.VocabularyFiltering ? nameof(LanguageChoices.VocabularyFilterName)
            : nameof(LanguageChoices.LanguageModelName);
        yield return new(Field(code, field), chosen.Count < _quotas.MinLanguageIdSettings
            ? "The service takes choices for at least two languages. Choose for a second one."
            : $"Choices are made for {chosen.Count} languages; the service takes up to {_quotas.MaxLanguageIdSettings}.");
    }

    private static string? FaultOfName(string name, bool required, string what)
    {
        if (name.Length == 0) return required ? $"Choose a {what}." : null;
        return JobForm.IsResourceName(name) ? null : $"This is not a name that a {what} can have.";
    }

    private static string NameOf(JobForm form, string field) =>
        field == nameof(JobForm.VocabularyName) ? form.VocabularyName : form.VocabularyFilterName;

    private static string NameOf(LanguageChoices choices, string field) =>
        field == nameof(LanguageChoices.VocabularyName) ? choices.VocabularyName : choices.VocabularyFilterName;

    private static string Field(string code, string property) => $"{nameof(JobForm.PerLanguage)}[{code}].{property}";

    private string? Refusal(JobForm form, JobOption option) =>
        availability.StateOf(form, option) is { Available: false } state ? state.Reason ?? "It is not available." : null;
}
