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
        LanguageOptions = [.. (job.LanguageOptions ?? []).Select(limits.LanguageText)],
        LanguageSettings = LanguageSettings(job),
        Model = Names(job.ModelSettings?.LanguageModelName, job.LanguageIdSettings, choices => choices.LanguageModelName) is { } model
            ? $"Custom language model: {model}"
            : None,
        MediaFormat = job.MediaFormat?.Value,
        MediaSampleRateHertz = job.MediaSampleRateHertz,
        AudioIdentification = AudioIdentification(job.Settings),
        AlternativeResults = job.Settings?.ShowAlternatives == true ? $"Up to {job.Settings.MaxAlternatives}" : Deactivated,
        CustomVocabulary = Names(job.Settings?.VocabularyName, job.LanguageIdSettings, choices => choices.VocabularyName) ?? None,
        PiiRedaction = job.ContentRedaction?.RedactionOutput?.Value switch
        {
            null => None,
            "redacted" => "Redacted transcript",
            "redacted_and_unredacted" => "Redacted and unredacted transcript",
            var newer => newer,
        },
        PiiEntityTypes = [.. (job.ContentRedaction?.PiiEntityTypes ?? []).Where(type => type != "ALL").Select(limits.PiiEntityText)],
        VocabularyFilter = Names(job.Settings?.VocabularyFilterName, job.LanguageIdSettings, choices => choices.VocabularyFilterName) is { } filter
            ? $"{filter} ({job.Settings?.VocabularyFilterMethod?.Value})"
            : Unknown,
        ToxicityDetection = job.ToxicityDetection is { Count: > 0 } ? "Activated" : Deactivated,
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

    // With identification the names stand by language; null: there are none.
    private static string? Names(string? name, Dictionary<string, LanguageIdSettings>? byLanguage, Func<LanguageIdSettings, string?> nameOf)
    {
        if (name is { Length: > 0 }) return name;
        var names = (byLanguage ?? []).Where(entry => nameOf(entry.Value) is { Length: > 0 }).Select(entry => $"{entry.Key}: {nameOf(entry.Value)}").ToList();
        return names.Count > 0 ? string.Join(", ", names) : null;
    }

    private static string ModelType(ModelSettings? settings) =>
        settings?.LanguageModelName is { Length: > 0 } ? "Custom language model" : "General";

    private static string ModelName(ModelSettings? settings) => settings?.LanguageModelName is { Length: > 0 } name ? name : Unknown;

    private static string AudioIdentification(Settings? settings)
    {
        if (settings?.ChannelIdentification == true) return "Channel identification";
        return settings?.ShowSpeakerLabels == true ? $"Speaker partitioning, up to {settings.MaxSpeakerLabels} speakers" : Deactivated;
    }
}
