using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>Which options fit to model, language, identification, output and backend.</summary>
internal sealed class JobAvailability(BackendCapabilities backend, ServiceLimits limits)
{
    private const string ToxicityAlone =
        "Toxicity detection goes together with PII redaction only. Turn toxicity detection off to use this.";

    private static readonly OptionState Available = new(true);

    public OptionState StateOf(JobForm form, JobOption option) =>
        RefusedByBackend(option) is { } refusal ? No(refusal) : Fits(form, option);

    public IReadOnlyList<LanguageChoice> Languages(JobForm form) => Choices([form.LanguageCode], code => WhyNotLanguage(form, code));

    public IReadOnlyList<LanguageChoice> LanguageOptions(JobForm form) => Choices(form.LanguageOptions, code => WhyNotOption(form, code));

    /// <summary>Why the language can't be chosen as the specific one; null: it can.</summary>
    public string? WhyNotLanguage(JobForm form, string code)
    {
        if (!backend.Transcribes(code)) return NotTranscribed(code);
        return form.ModelType == ModelType.Custom && !limits.Offers(code, LanguageFeature.CustomLanguageModel)
            ? $"There are no custom language models for {limits.LanguageText(code)}."
            : null;
    }

    /// <summary>Why identification can't choose from the language; null: it can.</summary>
    public string? WhyNotOption(JobForm form, string code)
    {
        if (!backend.Transcribes(code)) return NotTranscribed(code);
        return form.LanguageSetting == LanguageSetting.IdentifyMultiple && !OffersOrIsNew(code, LanguageFeature.MultipleLanguages)
            ? $"{limits.LanguageText(code)} can't be one of several languages in a recording."
            : null;
    }

    /// <summary>Why no custom language model can be chosen for a language that may be identified; null: one can.</summary>
    public string? WhyNoModelFor(JobForm form, string code)
    {
        if (form.LanguageSetting != LanguageSetting.Identify)
            return "Custom language models by language need automatic identification of one language.";
        return limits.Offers(code, LanguageFeature.CustomLanguageModel) ? null : $"There are no custom language models for {limits.LanguageText(code)}.";
    }

    public static bool Identifies(JobForm form) => form.LanguageSetting != LanguageSetting.Specific;

    private OptionState Fits(JobForm form, JobOption option) => option switch
    {
        JobOption.AutomaticLanguageIdentification or JobOption.MultipleLanguagesIdentification => FitsIdentification(form),
        JobOption.LanguageOptions => FitsLanguageOptions(form),
        JobOption.LanguageModelPerLanguage => FitsModelPerLanguage(form),
        JobOption.OutputEncryption when form.Output != OutputLocation.CustomerBucket =>
            No("A KMS key of yours can encrypt the output only in a customer specified S3 bucket."),
        JobOption.ToxicityDetection => FitsToxicity(form),
        JobOption.PiiRedaction => FitsRedaction(form),
        JobOption.AudioIdentification => FitsAudioIdentification(form),
        JobOption.SpeakerPartitioning or JobOption.ChannelIdentification or JobOption.AlternativeResults => BesideToxicity(form),
        JobOption.VocabularyFilter => FitsNames(form, "vocabulary filter"),
        JobOption.CustomVocabulary when form.ModelType == ModelType.Custom =>
            No("A custom vocabulary can't be combined with a custom language model."),
        JobOption.CustomVocabulary => FitsNames(form, "custom vocabulary"),
        _ => Available,
    };

    private static OptionState FitsIdentification(JobForm form) => form.ModelType == ModelType.Custom
        ? No("A custom language model is made for one language, so the language must be a specific one.")
        : Available;

    private OptionState FitsLanguageOptions(JobForm form)
    {
        if (!Identifies(form)) return No("Language options are for automatic identification; the language of this job is a specific one.");
        return form.LanguageOptions.Count > limits.Quotas.AdvisedLanguageOptions
            ? new(true, $"{form.LanguageOptions.Count} languages are chosen; identification works best with up to {limits.Quotas.AdvisedLanguageOptions}.")
            : Available;
    }

    private OptionState FitsModelPerLanguage(JobForm form)
    {
        if (form.LanguageSetting != LanguageSetting.Identify)
            return No("Custom language models by language need automatic identification of one language.");
        if (NeedsLanguageOptions(form, "custom language model") is { } missing) return No(missing);
        return form.LanguageOptions.Exists(code => limits.Offers(code, LanguageFeature.CustomLanguageModel))
            ? Available
            : No("There are no custom language models for any of the chosen languages.");
    }

    private OptionState FitsToxicity(JobForm form)
    {
        if (form.ModelType == ModelType.Custom) return No("Toxicity detection can't be combined with a custom language model.");
        if (form.LanguageSetting != LanguageSetting.Specific) return No("Toxicity detection needs a specific language, English, US (en-US).");
        return limits.Offers(form.LanguageCode, LanguageFeature.ToxicityDetection)
            ? Available
            : No("Toxicity detection is available for English, US (en-US) only.");
    }

    private OptionState FitsRedaction(JobForm form) => form.LanguageSetting switch
    {
        LanguageSetting.IdentifyMultiple => No("PII redaction can't be combined with identification of multiple languages."),
        LanguageSetting.Identify when form.LanguageOptions.Count > 0 && !form.LanguageOptions.Exists(code => limits.Offers(code, LanguageFeature.Redaction)) =>
            No("PII redaction is not available for any of the chosen languages."),
        LanguageSetting.Identify => new(true,
            $"PII is redacted only if the language that is identified is one of {RedactionLanguages}. Any other transcript stays unredacted, without a warning."),
        _ when form.LanguageCode.Length == 0 || limits.Offers(form.LanguageCode, LanguageFeature.Redaction) => Available,
        _ => No($"PII redaction is not available for {limits.LanguageText(form.LanguageCode)}."),
    };

    private OptionState FitsAudioIdentification(JobForm form)
    {
        var channel = StateOf(form, JobOption.ChannelIdentification);
        return channel.Available ? channel : StateOf(form, JobOption.SpeakerPartitioning);
    }

    private OptionState FitsNames(JobForm form, string what) =>
        NeedsLanguageOptions(form, what) is { } missing ? No(missing) : BesideToxicity(form);

    private string? NeedsLanguageOptions(JobForm form, string what) => Identifies(form) && form.LanguageOptions.Count < limits.Quotas.MinLanguageOptions
        ? $"With language identification a {what} is chosen by language: first choose at least two languages under Select languages in step 1."
        : null;

    private OptionState BesideToxicity(JobForm form) =>
        form.ToxicityDetection && StateOf(form, JobOption.ToxicityDetection).Available ? No(ToxicityAlone) : Available;

    private string? RefusedByBackend(JobOption option) => backend.Refused.GetValueOrDefault(
        option == JobOption.LanguageModelPerLanguage ? JobOption.CustomLanguageModel : option);

    private string NotTranscribed(string code) => $"{backend.Engine.Name} can't transcribe {limits.LanguageText(code)}.";

    private string RedactionLanguages =>
        string.Join(", ", limits.Languages.Where(language => language.Has(LanguageFeature.Redaction)).Select(language => language.Code));

    // A code newer than the data file: the service will say whether it fits.
    private bool OffersOrIsNew(string code, string feature) => limits.FindLanguage(code)?.Has(feature) != false;

    private IReadOnlyList<LanguageChoice> Choices(IEnumerable<string> chosen, Func<string, string?> whyNot)
    {
        var unknown = chosen.Where(code => code.Length > 0 && limits.FindLanguage(code) is null).Select(code => new LanguageInfo(code, code, []));
        return [.. limits.Languages.Concat(unknown).Select(language => new LanguageChoice(language, whyNot(language.Code)))];
    }

    private static OptionState No(string reason) => new(false, reason);
}
