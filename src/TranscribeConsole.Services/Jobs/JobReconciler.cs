using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>Clears what no longer fits, from the choices that decide over others down to those that decide nothing.</summary>
internal sealed class JobReconciler(JobAvailability availability, ServiceLimits limits)
{
    public IReadOnlyList<string> Reconcile(JobForm form)
    {
        var cleared = new List<string>();
        ReconcileModel(form, cleared);
        ReconcileLanguage(form, cleared);
        ReconcileNames(form, cleared);
        ReconcilePerLanguage(form, cleared);
        ReconcileOptions(form, cleared);
        return cleared;
    }

    private void ReconcileModel(JobForm form, List<string> cleared)
    {
        if (form.ModelType == ModelType.Custom && Refusal(form, JobOption.CustomLanguageModel) is { } noModel)
        {
            form.ModelType = ModelType.General;
            cleared.Add($"Model type was set to General model. {noModel}");
        }

        var identification = form.LanguageSetting switch
        {
            LanguageSetting.Identify => JobOption.AutomaticLanguageIdentification,
            LanguageSetting.IdentifyMultiple => JobOption.MultipleLanguagesIdentification,
            _ => (JobOption?)null,
        };
        if (identification is { } option && Refusal(form, option) is { } noIdentification)
        {
            form.LanguageSetting = LanguageSetting.Specific;
            cleared.Add($"Language settings was set to Specific language. {noIdentification}");
        }
    }

    private void ReconcileLanguage(JobForm form, List<string> cleared)
    {
        form.LanguageOptions.RemoveAll(code => code.Length == 0); // nothing was chosen there, so there is nothing to tell
        if (!JobAvailability.Identifies(form))
        {
            if (form.LanguageCode.Length == 0 || availability.WhyNotLanguage(form, form.LanguageCode) is not { } reason) return;
            form.LanguageCode = "";
            cleared.Add($"Language was cleared. {reason}");
            return;
        }

        foreach (var code in form.LanguageOptions.Where(code => availability.WhyNotOption(form, code) is not null).ToArray())
        {
            form.LanguageOptions.RemoveAll(option => option == code);
            cleared.Add($"Select languages: {limits.LanguageText(code)} was removed. {availability.WhyNotOption(form, code)}");
        }
    }

    // Vocabularies, filters and models are made for one language, which the names themselves don't tell.
    private void ReconcileNames(JobForm form, List<string> cleared)
    {
        if (JobAvailability.Identifies(form) || form.LanguageCode.Length == 0) return;
        if (form.NamesChosenFor.Length > 0 && form.NamesChosenFor != form.LanguageCode)
        {
            var because = $"was chosen for {limits.LanguageText(form.NamesChosenFor)}.";
            if (form is { ModelType: ModelType.Custom, LanguageModelName: not "" })
                cleared.Add($"Custom model selection was cleared: {form.LanguageModelName} {because}");
            if (form is { VocabularyFiltering: true, VocabularyFilterName: not "" })
                cleared.Add($"Filter selection was cleared: {form.VocabularyFilterName} {because}");
            if (form is { CustomVocabulary: true, VocabularyName: not "" })
                cleared.Add($"Vocabulary selection was cleared: {form.VocabularyName} {because}");
            (form.LanguageModelName, form.VocabularyFilterName, form.VocabularyName) = ("", "", "");
        }

        form.NamesChosenFor = form.LanguageCode;
    }

    private void ReconcilePerLanguage(JobForm form, List<string> cleared)
    {
        if (!JobAvailability.Identifies(form)) return;
        foreach (var (code, choices) in form.PerLanguage.ToArray())
        {
            if (!form.LanguageOptions.Contains(code))
            {
                form.PerLanguage.Remove(code);
                if (choices is not { VocabularyName: "", VocabularyFilterName: "", LanguageModelName: "" })
                    cleared.Add($"The choices for {limits.LanguageText(code)} were cleared: it is not one of the languages under Select languages.");
            }
            else if (choices.LanguageModelName.Length > 0 && WhyNoModel(form, code) is { } reason)
            {
                choices.LanguageModelName = "";
                cleared.Add($"Custom model selection for {limits.LanguageText(code)} was cleared. {reason}");
            }
        }
    }

    private void ReconcileOptions(JobForm form, List<string> cleared)
    {
        // Toxicity detection first: the others depend on it.
        TurnOff(form.ToxicityDetection, JobOption.ToxicityDetection, "Toxicity detection", () => form.ToxicityDetection = false);
        TurnOff(form.JobQueue, JobOption.JobQueue, "Add to job queue", () => form.JobQueue = false);
        TurnOff(form.SubtitleSrt || form.SubtitleVtt, JobOption.Subtitles, "Subtitle file format", () => form.SubtitleSrt = form.SubtitleVtt = false);
        TurnOff(form.Encryption, JobOption.OutputEncryption, "Encryption", () => form.Encryption = false);
        TurnOff(form.AudioIdentification, form.AudioIdentificationOption, "Audio identification", () => form.AudioIdentification = false);
        TurnOff(form.AlternativeResults, JobOption.AlternativeResults, "Alternative results", () => form.AlternativeResults = false);
        TurnOff(form.PiiRedaction, JobOption.PiiRedaction, "PII redaction", () => form.PiiRedaction = false);
        TurnOff(form.VocabularyFiltering, JobOption.VocabularyFilter, "Vocabulary filtering", () => form.VocabularyFiltering = false);
        TurnOff(form.CustomVocabulary, JobOption.CustomVocabulary, "Custom vocabulary", () => form.CustomVocabulary = false);

        void TurnOff(bool isOn, JobOption option, string label, Action off)
        {
            if (!isOn || Refusal(form, option) is not { } reason) return;
            off();
            cleared.Add($"{label} was turned off. {reason}");
        }
    }

    private string? WhyNoModel(JobForm form, string code) =>
        Refusal(form, JobOption.LanguageModelPerLanguage) ?? availability.WhyNoModelFor(form, code);

    private string? Refusal(JobForm form, JobOption option) =>
        availability.StateOf(form, option) is { Available: false } state ? state.Reason ?? "It is not available." : null;
}
