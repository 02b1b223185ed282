using System.Globalization;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Limits;
using Job = Amazon.TranscribeService.Model.TranscriptionJob;

namespace TranscribeConsole.Services.Jobs;

/// <summary>The request that a form stands for, or that a job was started with.</summary>
/// <remarks>What is off is absent: the service takes false flags, empty texts and empty lists amiss.</remarks>
internal static class JobRequest
{
    private const string All = "ALL";

    private static readonly ServiceLimits Limits = ServiceLimits.Load();

    /// <param name="form">Has passed the checks of <see cref="JobRules"/>; of one that has not, what can be said is said.</param>
    /// <param name="ownership">Goes along as tags; null: nobody signs in.</param>
    public static StartTranscriptionJobRequest Of(JobForm form, JobOwnership? ownership = null)
    {
        var identifies = form.LanguageSetting != LanguageSetting.Specific;
        var request = new StartTranscriptionJobRequest
        {
            TranscriptionJobName = form.Name,
            Media = new Amazon.TranscribeService.Model.Media { MediaFileUri = form.MediaUri },
            MediaFormat = NullIfEmpty(form.MediaFormat),
            MediaSampleRateHertz = Number(form.MediaSampleRate),
            LanguageCode = identifies ? null : NullIfEmpty(form.LanguageCode),
            IdentifyLanguage = form.LanguageSetting == LanguageSetting.Identify ? true : null,
            IdentifyMultipleLanguages = form.LanguageSetting == LanguageSetting.IdentifyMultiple ? true : null,
            LanguageOptions = identifies && form.LanguageOptions.Count > 0 ? [.. form.LanguageOptions.Distinct()] : null,
            LanguageIdSettings = ByLanguage(form),
            Settings = SettingsOf(form, identifies),
            ModelSettings = !identifies && form.ModelType == ModelType.Custom ? new ModelSettings { LanguageModelName = form.LanguageModelName } : null,
            JobExecutionSettings = form.JobQueue
                ? new JobExecutionSettings { AllowDeferredExecution = true, DataAccessRoleArn = form.DataAccessRoleArn }
                : null,
            ContentRedaction = RedactionOf(form),
            Subtitles = SubtitlesOf(form),
            ToxicityDetection = form.ToxicityDetection ? [new ToxicityDetectionSettings { ToxicityCategories = [All] }] : null,
            Tags = form.Tags.Exists(tag => !tag.IsEmpty) || ownership is not null
                ? [.. form.Tags.Where(tag => !tag.IsEmpty).Select(tag => new Tag { Key = tag.Key, Value = tag.Value }), .. ownership is null ? [] : OwnerTags.Of(ownership)]
                : null,
        };
        SetOutput(request, form);
        return request;
    }

    /// <summary>The request that a job was made by, as far as the service gives it back.</summary>
    public static StartTranscriptionJobRequest Of(Job job)
    {
        var identifies = job.IdentifyLanguage == true || job.IdentifyMultipleLanguages == true;
        var output = JobOutput.Of(job);
        return new StartTranscriptionJobRequest
        {
            TranscriptionJobName = job.TranscriptionJobName,
            Media = job.Media,
            MediaFormat = job.MediaFormat,
            MediaSampleRateHertz = job.MediaSampleRateHertz,
            LanguageCode = identifies ? null : job.LanguageCode,
            IdentifyLanguage = TrueOrNull(job.IdentifyLanguage),
            IdentifyMultipleLanguages = TrueOrNull(job.IdentifyMultipleLanguages),
            LanguageOptions = NullIfEmpty(job.LanguageOptions),
            LanguageIdSettings = job.LanguageIdSettings is { Count: > 0 } settings ? settings : null,
            OutputBucketName = output?.Bucket,
            OutputKey = output is { Key.Length: > 0 } ? output.Key : null,
            Settings = WithoutDefaults(job.Settings),
            ModelSettings = job.ModelSettings,
            JobExecutionSettings = job.JobExecutionSettings,
            ContentRedaction = job.ContentRedaction,
            Subtitles = job.Subtitles is { Formats.Count: > 0 } subtitles
                ? new Subtitles { Formats = subtitles.Formats, OutputStartIndex = subtitles.OutputStartIndex }
                : null,
            ToxicityDetection = job.ToxicityDetection is { Count: > 0 } toxicity ? toxicity : null,
            Tags = job.Tags is { Count: > 0 } tags ? tags : null,
        };
    }

    private static void SetOutput(StartTranscriptionJobRequest request, JobForm form)
    {
        if (form.Output != OutputLocation.CustomerBucket || !S3Location.TryParse(form.OutputUri, out var output)) return;
        request.OutputBucketName = output.Bucket;
        request.OutputKey = NullIfEmpty(output.Key);
        if (form.Encryption)
            request.OutputEncryptionKMSKeyId = NullIfEmpty(form.KmsKeySource == KmsKeySource.ThisAccount ? form.KmsKeyId : form.KmsKeyArn);
    }

    private static Settings? SettingsOf(JobForm form, bool identifies)
    {
        var filters = form.VocabularyFiltering
            && (identifies ? form.LanguageOptions.Exists(code => form.ChoicesOf(code).VocabularyFilterName.Length > 0) : form.VocabularyFilterName.Length > 0);
        var hasVocabulary = form.CustomVocabulary && !identifies && form.VocabularyName.Length > 0;
        if (!form.AudioIdentification && !form.AlternativeResults && !filters && !hasVocabulary) return null;
        return new Settings
        {
            VocabularyName = hasVocabulary ? form.VocabularyName : null,
            VocabularyFilterName = filters && !identifies ? form.VocabularyFilterName : null,
            VocabularyFilterMethod = filters ? WireValue(form.VocabularyFilterMethod) : null,
            ShowSpeakerLabels = form.PartitionsSpeakers ? true : null,
            MaxSpeakerLabels = form.PartitionsSpeakers ? Number(form.MaxSpeakers) : null,
            ChannelIdentification = form.AudioIdentification && !form.PartitionsSpeakers ? true : null,
            ShowAlternatives = form.AlternativeResults ? true : null,
            MaxAlternatives = form.AlternativeResults ? Number(form.MaxAlternatives) : null,
        };
    }

    private static Dictionary<string, LanguageIdSettings>? ByLanguage(JobForm form)
    {
        if (form.LanguagesWithChoices is not { Count: > 0 } codes) return null;
        return codes.ToDictionary(code => code, code => new LanguageIdSettings
        {
            VocabularyName = form.CustomVocabulary ? NullIfEmpty(form.ChoicesOf(code).VocabularyName) : null,
            VocabularyFilterName = form.VocabularyFiltering ? NullIfEmpty(form.ChoicesOf(code).VocabularyFilterName) : null,
            LanguageModelName = form.ModelsByLanguage.GetValueOrDefault(code),
        });
    }

    private static ContentRedaction? RedactionOf(JobForm form)
    {
        if (!form.PiiRedaction) return null;
        var all = form.PiiEntityTypes is not { } chosen || chosen.Contains(All) || Limits.PiiEntityTypes.All(entity => chosen.Contains(entity.Type));
        return new ContentRedaction
        {
            RedactionType = "PII",
            RedactionOutput = form.IncludeUnredacted ? "redacted_and_unredacted" : "redacted",
            PiiEntityTypes = all ? [All] : NullIfEmpty(form.PiiEntityTypes?.Distinct().ToList()),
        };
    }

    private static Subtitles? SubtitlesOf(JobForm form)
    {
        List<string> formats = [.. form.SubtitleSrt ? ["srt"] : Array.Empty<string>(), .. form.SubtitleVtt ? ["vtt"] : Array.Empty<string>()];
        return formats.Count > 0 ? new Subtitles { Formats = formats, OutputStartIndex = form.SubtitleStartIndex } : null;
    }

    // The service fills in false for what was not asked for.
    private static Settings? WithoutDefaults(Settings? settings)
    {
        if (settings is null) return null;
        var asked = new Settings
        {
            VocabularyName = settings.VocabularyName,
            VocabularyFilterName = settings.VocabularyFilterName,
            VocabularyFilterMethod = settings.VocabularyFilterMethod,
            ShowSpeakerLabels = TrueOrNull(settings.ShowSpeakerLabels),
            MaxSpeakerLabels = settings.MaxSpeakerLabels,
            ChannelIdentification = TrueOrNull(settings.ChannelIdentification),
            ShowAlternatives = TrueOrNull(settings.ShowAlternatives),
            MaxAlternatives = settings.MaxAlternatives,
        };
        return typeof(Settings).GetProperties().Any(property => property.GetValue(asked) is not null) ? asked : null;
    }

    private static string WireValue(FilterMethod method) => method switch
    {
        FilterMethod.Remove => "remove",
        FilterMethod.Tag => "tag",
        _ => "mask",
    };

    private static int? Number(string typed) =>
        int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? TrueOrNull(bool? value) => value == true ? true : null;

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;

    private static List<string>? NullIfEmpty(List<string>? list) => list is { Count: > 0 } ? list : null;
}
