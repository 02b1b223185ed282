using System.Globalization;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;
using Job = Amazon.TranscribeService.Model.TranscriptionJob;

namespace TranscribeConsole.Services.Jobs;

/// <summary>From the SDK's shapes to the console's words. Collections of the SDK may be null.</summary>
internal sealed class JobMapping(ServiceLimits limits)
{
    private const string Deactivated = "Deactivated";
    private const string None = "None";
    private const string Unknown = "-";

    public JobRow Row(TranscriptionJobSummary job) => new(
        job.TranscriptionJobName ?? "",
        Status(job.TranscriptionJobStatus?.Value),
        Language(job.LanguageCode?.Value, job.LanguageCodes),
        WireTime.Utc(job.CreationTime) ?? DateTimeOffset.UnixEpoch,
        WireTime.Utc(job.StartTime),
        WireTime.Utc(job.CompletionTime),
        job.FailureReason,
        job.OutputLocationType?.Value == "CUSTOMER_BUCKET" ? OutputLocation.CustomerBucket : OutputLocation.ServiceManaged)
    {
        StatusText = StatusText(job.TranscriptionJobStatus?.Value),
        LanguageSettings = LanguageSettings(job.IdentifyLanguage, job.IdentifyMultipleLanguages),
        ModelType = ModelType(job.ModelSettings),
        ModelName = ModelName(job.ModelSettings),
    };

    public JobRow Row(Job job) => new(
        job.TranscriptionJobName ?? "",
        Status(job.TranscriptionJobStatus?.Value),
        Language(job.LanguageCode?.Value, job.LanguageCodes),
        WireTime.Utc(job.CreationTime) ?? DateTimeOffset.UnixEpoch,
        WireTime.Utc(job.StartTime),
        WireTime.Utc(job.CompletionTime),
        job.FailureReason,
        JobOutput.ObjectOf(job) is null ? OutputLocation.ServiceManaged : OutputLocation.CustomerBucket)
    {
        StatusText = StatusText(job.TranscriptionJobStatus?.Value),
        LanguageSettings = LanguageSettings(job.IdentifyLanguage, job.IdentifyMultipleLanguages),
        ModelType = ModelType(job.ModelSettings),
        ModelName = ModelName(job.ModelSettings),
    };

    public JobDetails Details(Job job) => new()
    {
        Row = Row(job),
        Language = job.LanguageCodes is { Count: > 0 } codes ? string.Join(", ", codes.Select(LanguageWithSeconds)) : Language(job.LanguageCode?.Value, null),
        LanguageCode = job.LanguageCode?.Value,
        SpokenLanguages = job.LanguageCodes is { Count: > 1 } several ? [.. several.Select(LanguageWithSeconds)] : [],
        LanguageOptions = [.. (job.LanguageOptions ?? []).Select(limits.LanguageText)],
        LanguageSettings = LanguageSettings(job),
        Model = Text(Models(job)) is { } model ? $"Custom language model: {model}" : None,
        LanguageModels = Models(job),
        MediaFormat = job.MediaFormat?.Value,
        MediaSampleRateHertz = job.MediaSampleRateHertz,
        AudioIdentification = AudioIdentification(job.Settings),
        AlternativeResults = job.Settings is { ShowAlternatives: true, MaxAlternatives: { } alternatives } ? $"Up to {alternatives}" : job.Settings?.ShowAlternatives == true ? "Activated" : Deactivated,
        CustomVocabulary = Text(Vocabularies(job)) ?? None,
        Vocabularies = Vocabularies(job),
        PiiRedaction = job.ContentRedaction?.RedactionOutput?.Value switch
        {
            null => None,
            "redacted" => "Redacted transcript",
            "redacted_and_unredacted" => "Redacted and unredacted transcript",
            var newer => newer,
        },
        PiiEntityTypes = [.. (job.ContentRedaction?.PiiEntityTypes ?? []).Where(type => type != "ALL").Select(limits.PiiEntityText)],
        VocabularyFilter = Text(Filters(job)) is { } filter ? $"{filter} ({FilterMethod(job)})" : Unknown,
        VocabularyFilters = Filters(job),
        VocabularyFilterMethod = Filters(job).Count > 0 ? FilterMethod(job) : null,
        ToxicityDetection = Toxicity(job.ToxicityDetection),
        JobQueue = job.JobExecutionSettings is { AllowDeferredExecution: true } queue ? queue.DataAccessRoleArn ?? "Activated" : Deactivated,
        MediaUri = S3Location.TryParseAddress(job.Media?.MediaFileUri, out var media) ? media.ToString() : job.Media?.MediaFileUri ?? Unknown,
        OutputObject = JobOutput.ObjectOf(job),
        SubtitleFormats = job.Subtitles?.Formats ?? [],
        SubtitleStartIndex = job.Subtitles?.OutputStartIndex,
        Tags = [.. (job.Tags ?? []).Select(tag => KeyValuePair.Create(tag.Key ?? "", tag.Value ?? ""))],
        HasTranscript = job.Transcript?.TranscriptFileUri is { Length: > 0 },
        HasRedactedTranscript = job.Transcript?.RedactedTranscriptFileUri is { Length: > 0 },
    };

    // A status newer than this program is shown as running: it may still change.
    private static JobStatus Status(string? value) => JobStatuses.Parse(value) ?? JobStatus.InProgress;

    private static string StatusText(string? value) => JobStatuses.Parse(value)?.Text() ?? value ?? Unknown;

    private string Language(string? code, List<LanguageCodeItem>? codes)
    {
        if (codes is { Count: > 0 }) return string.Join(", ", codes.Select(item => limits.LanguageText(item.LanguageCode?.Value ?? Unknown)));
        return code is { Length: > 0 } ? limits.LanguageText(code) : Unknown;
    }

    private string LanguageWithSeconds(LanguageCodeItem item)
    {
        var language = limits.LanguageText(item.LanguageCode?.Value ?? Unknown);
        return item.DurationInSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{language}: {seconds:0.#} s") : language;
    }

    private static string LanguageSettings(bool? identify, bool? identifyMultiple) =>
        identifyMultiple == true ? "Automatic multiple languages identification"
        : identify == true ? "Automatic language identification"
        : "Specific language";

    private static string LanguageSettings(Job job)
    {
        var setting = LanguageSettings(job.IdentifyLanguage, job.IdentifyMultipleLanguages);
        return job is { IdentifyLanguage: true, IdentifiedLanguageScore: { } score }
            ? string.Create(CultureInfo.InvariantCulture, $"{setting} (score {score:0.00})")
            : setting;
    }

    private static IReadOnlyList<JobResource> Models(Job job) =>
        Resources(job.ModelSettings?.LanguageModelName, job.LanguageIdSettings, choices => choices.LanguageModelName);

    private static IReadOnlyList<JobResource> Vocabularies(Job job) =>
        Resources(job.Settings?.VocabularyName, job.LanguageIdSettings, choices => choices.VocabularyName);

    private static IReadOnlyList<JobResource> Filters(Job job) =>
        Resources(job.Settings?.VocabularyFilterName, job.LanguageIdSettings, choices => choices.VocabularyFilterName);

    // With identification the names stand by language.
    private static IReadOnlyList<JobResource> Resources(string? name, Dictionary<string, LanguageIdSettings>? byLanguage, Func<LanguageIdSettings, string?> nameOf) =>
        name is { Length: > 0 }
            ? [new JobResource(name)]
            : [.. (byLanguage ?? []).Where(entry => nameOf(entry.Value) is { Length: > 0 }).Select(entry => new JobResource(nameOf(entry.Value)!, entry.Key))];

    private static string? Text(IReadOnlyList<JobResource> resources) => resources.Count > 0
        ? string.Join(", ", resources.Select(resource => resource.LanguageCode is { } code ? $"{code}: {resource.Name}" : resource.Name))
        : null;

    private static string FilterMethod(Job job) => job.Settings?.VocabularyFilterMethod?.Value switch
    {
        null or "mask" => "Mask vocabulary", // what the service does when nothing was said
        "remove" => "Remove vocabulary",
        "tag" => "Tag vocabulary",
        var newer => newer,
    };

    private static string Toxicity(List<ToxicityDetectionSettings>? settings)
    {
        if (settings is not { Count: > 0 }) return Deactivated;
        string[] categories = [.. settings.SelectMany(setting => setting.ToxicityCategories ?? []).Where(category => category != "ALL")];
        return categories.Length > 0 ? $"Activated: {string.Join(", ", categories)}" : "Activated";
    }

    private static string ModelType(ModelSettings? settings) =>
        settings?.LanguageModelName is { Length: > 0 } ? "Custom language model" : "General";

    private static string ModelName(ModelSettings? settings) => settings?.LanguageModelName is { Length: > 0 } name ? name : Unknown;

    private static string AudioIdentification(Settings? settings)
    {
        if (settings?.ChannelIdentification == true) return "Channel identification";
        return settings?.ShowSpeakerLabels == true ? SpeakerPartitioning(settings.MaxSpeakerLabels) : Deactivated;
    }

    private static string SpeakerPartitioning(int? speakers) => speakers is null ? "Speaker partitioning" : $"Speaker partitioning, up to {speakers} speakers";
}
