using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Transcribe.Validation;

/// <summary>Rules of StartTranscriptionJob across members, whose own constraints hold already.</summary>
internal static class StartRules
{
    /// <exception cref="ServiceErrorException">BadRequestException that names the first broken rule's members.</exception>
    public static void Check(StartTranscriptionJobRequest request)
    {
        if (request.TranscriptionJobName is "." or "..")
            throw Broken($"The job name '{request.TranscriptionJobName}' isn't allowed. Use a different job name.");
        CheckLanguage(request);
        CheckLanguageOptions(request);
        CheckLanguageIdSettings(request);
        if (request.Settings is { } settings) CheckSettings(settings);
        Require(request.Settings?.VocabularyFilterMethod is null || NamesVocabularyFilter(request),
            "Settings.VocabularyFilterMethod needs a VocabularyFilterName.");
        CheckOutput(request);
        CheckExecution(request.JobExecutionSettings);
        CheckRedaction(request);
        CheckModel(request);
        if (request.ToxicityDetection is not null)
            Require(request.LanguageCode == "en-US", "ToxicityDetection needs LanguageCode en-US.");
        Require(request.Media?.RedactedMediaFileUri is null, "Media.RedactedMediaFileUri is only for Call Analytics jobs.");
        TagConstraints.CheckTogether(request.Tags);
    }

    private static bool Identifies(StartTranscriptionJobRequest request) =>
        request.IdentifyLanguage == true || request.IdentifyMultipleLanguages == true;

    private static bool NamesVocabularyFilter(StartTranscriptionJobRequest request) =>
        request.Settings?.VocabularyFilterName is not null
        || request.LanguageIdSettings?.Values.Any(value => value!.VocabularyFilterName is not null) == true;

    private static void CheckLanguage(StartTranscriptionJobRequest request)
    {
        var given = (request.LanguageCode is null ? 0 : 1)
            + (request.IdentifyLanguage == true ? 1 : 0)
            + (request.IdentifyMultipleLanguages == true ? 1 : 0);
        Require(given != 0, "The language code is missing. Either add a language code or turn on language identification.");
        Require(given == 1, "Only one of LanguageCode, IdentifyLanguage and IdentifyMultipleLanguages can be used in a job.");
    }

    private static void CheckLanguageOptions(StartTranscriptionJobRequest request)
    {
        if (request.LanguageOptions is not { } options) return;
        Require(Identifies(request), "LanguageOptions needs IdentifyLanguage or IdentifyMultipleLanguages.");
        Require(options.Count >= 2, "LanguageOptions must hold at least two language codes.");
    }

    private static void CheckLanguageIdSettings(StartTranscriptionJobRequest request)
    {
        if (request.LanguageIdSettings is not { } settings) return;
        Require(Identifies(request), "LanguageIdSettings needs IdentifyLanguage or IdentifyMultipleLanguages.");
        Require(request.LanguageOptions is { } options && settings.Keys.All(options.Contains),
            "Every language code of LanguageIdSettings must be one of LanguageOptions.");
        Require(request.IdentifyMultipleLanguages != true || settings.Values.All(value => value!.LanguageModelName is null),
            "LanguageIdSettings.LanguageModelName can't be used with IdentifyMultipleLanguages.");
        Require(request.Settings?.VocabularyFilterMethod is not null || settings.Values.All(value => value!.VocabularyFilterName is null),
            "LanguageIdSettings.VocabularyFilterName needs Settings.VocabularyFilterMethod.");
    }

    // With identification the names stand in LanguageIdSettings, one set for each language.
    private static void CheckModel(StartTranscriptionJobRequest request)
    {
        if (Identifies(request))
        {
            Require(request.Settings?.VocabularyName is null && request.Settings?.VocabularyFilterName is null,
                "With language identification, use LanguageIdSettings instead of Settings.VocabularyName and Settings.VocabularyFilterName.");
            Require(request.ModelSettings is null, "With language identification, use LanguageIdSettings instead of ModelSettings.");
        }

        Require(request.ModelSettings?.LanguageModelName is null || Enumerations.ModelLanguages.Contains(request.LanguageCode),
            "ModelSettings.LanguageModelName needs a LanguageCode that custom language models exist for: "
            + $"{string.Join(", ", Enumerations.ModelLanguages)}.");
    }

    private static void CheckSettings(Settings settings)
    {
        Require(settings.ShowSpeakerLabels != true || settings.MaxSpeakerLabels is not null,
            "Settings.ShowSpeakerLabels needs Settings.MaxSpeakerLabels.");
        Require(settings.MaxSpeakerLabels is null || settings.ShowSpeakerLabels == true,
            "Settings.MaxSpeakerLabels needs Settings.ShowSpeakerLabels to be true.");
        Require(settings.ShowSpeakerLabels != true || settings.ChannelIdentification != true,
            "Settings.ShowSpeakerLabels and Settings.ChannelIdentification can't both be true.");
        Require(settings.ShowAlternatives != true || settings.MaxAlternatives is not null,
            "Settings.ShowAlternatives needs Settings.MaxAlternatives.");
        Require(settings.MaxAlternatives is null || settings.ShowAlternatives == true,
            "Settings.MaxAlternatives needs Settings.ShowAlternatives to be true.");
        Require(settings.VocabularyFilterName is null || settings.VocabularyFilterMethod is not null,
            "Settings.VocabularyFilterName needs Settings.VocabularyFilterMethod.");
    }

    private static void CheckOutput(StartTranscriptionJobRequest request)
    {
        Require(request.OutputKey is null || request.OutputBucketName is not null, "OutputKey needs OutputBucketName.");
        Require(request.OutputEncryptionKMSKeyId is null || request.OutputBucketName is not null,
            "OutputEncryptionKMSKeyId needs OutputBucketName.");
        Require(request.KMSEncryptionContext is null || request.OutputEncryptionKMSKeyId is not null,
            "KMSEncryptionContext needs OutputEncryptionKMSKeyId.");
    }

    private static void CheckExecution(JobExecutionSettings? settings)
    {
        var both = (settings?.AllowDeferredExecution is null) == (settings?.DataAccessRoleArn is null);
        Require(both, "JobExecutionSettings needs both AllowDeferredExecution and DataAccessRoleArn.");
    }

    private static void CheckRedaction(StartTranscriptionJobRequest request)
    {
        if (request.ContentRedaction is null) return;
        Require(request.IdentifyMultipleLanguages != true, "ContentRedaction can't be used with IdentifyMultipleLanguages.");
        Require(request.LanguageCode is not { } code || Enumerations.RedactionLanguages.Contains(code),
            $"ContentRedaction isn't available for LanguageCode {request.LanguageCode}.");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds) throw Broken(message);
    }

    private static ServiceErrorException Broken(string message) => TranscribeErrors.BadRequest(message);
}
