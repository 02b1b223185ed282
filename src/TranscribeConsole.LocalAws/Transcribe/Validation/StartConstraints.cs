using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Transcribe.Validation;

/// <summary>Limits, patterns and enumerations of each member of StartTranscriptionJob, taken by itself.</summary>
internal static class StartConstraints
{
    /// <exception cref="Protocols.ServiceErrorException">BadRequestException that names every broken constraint.</exception>
    public static void Check(StartTranscriptionJobRequest request)
    {
        var check = new Constraints();
        check.RequiredText("transcriptionJobName", request.TranscriptionJobName, TextRule.Name);
        check.OneOf("languageCode", request.LanguageCode, LanguageCodes.All);
        check.Number("mediaSampleRateHertz", request.MediaSampleRateHertz, 8_000, 48_000);
        check.OneOf("mediaFormat", request.MediaFormat, Enumerations.MediaFormat);
        if (check.Required("media", request.Media)) CheckMedia(check, request.Media);
        CheckOutput(check, request);
        if (request.Settings is { } settings) CheckSettings(check, settings);
        check.Text("modelSettings.languageModelName", request.ModelSettings?.LanguageModelName, TextRule.Name);
        check.Text("jobExecutionSettings.dataAccessRoleArn", request.JobExecutionSettings?.DataAccessRoleArn, TextRule.RoleArn);
        if (request.ContentRedaction is { } redaction) CheckRedaction(check, redaction);
        check.Count("languageOptions", request.LanguageOptions, 1);
        check.AllOneOf("languageOptions", request.LanguageOptions, LanguageCodes.All);
        check.AllOneOf("subtitles.formats", request.Subtitles?.Formats, Enumerations.SubtitleFormat);
        check.Number("subtitles.outputStartIndex", request.Subtitles?.OutputStartIndex, 0, 1);
        TagConstraints.Check(check, request.Tags);
        CheckLanguageIdSettings(check, request.LanguageIdSettings);
        CheckToxicity(check, request.ToxicityDetection);
        check.ThrowIfBroken();
    }

    private static void CheckMedia(Constraints check, Media media)
    {
        check.RequiredText("media.mediaFileUri", media.MediaFileUri, TextRule.Uri);
        check.Text("media.redactedMediaFileUri", media.RedactedMediaFileUri, TextRule.Uri);
    }

    private static void CheckOutput(Constraints check, StartTranscriptionJobRequest request)
    {
        check.Text("outputBucketName", request.OutputBucketName, TextRule.OutputBucketName);
        check.Text("outputKey", request.OutputKey, TextRule.OutputKey);
        check.Text("outputEncryptionKMSKeyId", request.OutputEncryptionKMSKeyId, TextRule.KmsKeyId);
        check.Count("kMSEncryptionContext", request.KMSEncryptionContext?.Keys, 1, 10);
        foreach (var (key, value) in request.KMSEncryptionContext ?? new Dictionary<string, string?>())
        {
            check.Text("kMSEncryptionContext.key", key, TextRule.KmsContext);
            check.RequiredText($"kMSEncryptionContext.{key}.member", value, TextRule.KmsContext);
        }
    }

    private static void CheckSettings(Constraints check, Settings settings)
    {
        check.Text("settings.vocabularyName", settings.VocabularyName, TextRule.Name);
        check.Number("settings.maxSpeakerLabels", settings.MaxSpeakerLabels, 2, 30);
        check.Number("settings.maxAlternatives", settings.MaxAlternatives, 2, 10);
        check.Text("settings.vocabularyFilterName", settings.VocabularyFilterName, TextRule.Name);
        check.OneOf("settings.vocabularyFilterMethod", settings.VocabularyFilterMethod, Enumerations.VocabularyFilterMethod);
    }

    private static void CheckRedaction(Constraints check, ContentRedaction redaction)
    {
        if (check.Required("contentRedaction.redactionType", redaction.RedactionType))
            check.OneOf("contentRedaction.redactionType", redaction.RedactionType, Enumerations.RedactionType);
        if (check.Required("contentRedaction.redactionOutput", redaction.RedactionOutput))
            check.OneOf("contentRedaction.redactionOutput", redaction.RedactionOutput, Enumerations.RedactionOutput);
        check.AllOneOf("contentRedaction.piiEntityTypes", redaction.PiiEntityTypes, Enumerations.PiiEntityType);
    }

    private static void CheckLanguageIdSettings(Constraints check, IReadOnlyDictionary<string, LanguageIdSettings?>? settings)
    {
        check.Count("languageIdSettings", settings?.Keys, 1, 5);
        foreach (var (code, value) in settings ?? new Dictionary<string, LanguageIdSettings?>())
        {
            var path = $"languageIdSettings.{code}.member";
            check.OneOf("languageIdSettings.key", code, LanguageCodes.All);
            check.Required(path, value);
            check.Text($"{path}.vocabularyName", value?.VocabularyName, TextRule.Name);
            check.Text($"{path}.vocabularyFilterName", value?.VocabularyFilterName, TextRule.Name);
            check.Text($"{path}.languageModelName", value?.LanguageModelName, TextRule.Name);
        }
    }

    private static void CheckToxicity(Constraints check, IReadOnlyList<ToxicityDetectionSettings?>? detection)
    {
        check.Count("toxicityDetection", detection?.Select(_ => "ToxicityDetectionSettings"), 1, 1);
        for (var i = 0; i < detection?.Count; i++)
        {
            var path = $"toxicityDetection.{i + 1}.member";
            if (!check.Required(path, detection[i])) continue;
            var categories = detection[i]!.ToxicityCategories;
            check.Required($"{path}.toxicityCategories", categories);
            check.Count($"{path}.toxicityCategories", categories, 1, 1);
            check.AllOneOf($"{path}.toxicityCategories", categories, Enumerations.ToxicityCategory);
        }
    }
}
