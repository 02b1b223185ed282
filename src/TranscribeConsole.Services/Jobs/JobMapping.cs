using Amazon.TranscribeService.Model;
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
        Utc(job.CreationTime) ?? DateTimeOffset.UnixEpoch,
        Utc(job.StartTime),
        Utc(job.CompletionTime),
        job.FailureReason,
        job.OutputLocationType?.Value == "CUSTOMER_BUCKET" ? OutputLocation.CustomerBucket : OutputLocation.ServiceManaged);

    public JobRow Row(Job job) => new(
        job.TranscriptionJobName ?? "",
        Status(job.TranscriptionJobStatus?.Value),
        Language(job.LanguageCode?.Value, job.LanguageCodes),
        Utc(job.CreationTime) ?? DateTimeOffset.UnixEpoch,
        Utc(job.StartTime),
        Utc(job.CompletionTime),
        job.FailureReason,
        OutputObject(job) is null ? OutputLocation.ServiceManaged : OutputLocation.CustomerBucket);

    public JobDetails Details(Job job) => new()
    {
        Row = Row(job),
        LanguageSettings = LanguageSettings(job),
        Model = job.ModelSettings?.LanguageModelName is { Length: > 0 } model ? $"Custom language model: {model}" : None,
        MediaFormat = job.MediaFormat?.Value,
        MediaSampleRateHertz = job.MediaSampleRateHertz,
        AudioIdentification = AudioIdentification(job.Settings),
        AlternativeResults = job.Settings?.ShowAlternatives == true ? $"Up to {job.Settings.MaxAlternatives}" : Deactivated,
        CustomVocabulary = job.Settings?.VocabularyName is { Length: > 0 } vocabulary ? vocabulary : None,
        PiiRedaction = job.ContentRedaction?.RedactionOutput?.Value switch
        {
            null => None,
            "redacted" => "Redacted transcript",
            _ => "Redacted and unredacted transcript",
        },
        VocabularyFilter = job.Settings?.VocabularyFilterName is { Length: > 0 } filter
            ? $"{filter} ({job.Settings.VocabularyFilterMethod?.Value})"
            : Unknown,
        MediaUri = S3Location.TryParseAddress(job.Media?.MediaFileUri, out var media) ? media.ToString() : job.Media?.MediaFileUri ?? Unknown,
        OutputObject = OutputObject(job),
        SubtitleFormats = job.Subtitles?.Formats ?? [],
        SubtitleStartIndex = job.Subtitles?.OutputStartIndex,
        Tags = [.. (job.Tags ?? []).Select(tag => KeyValuePair.Create(tag.Key ?? "", tag.Value ?? ""))],
        HasTranscript = job.Transcript?.TranscriptFileUri is { Length: > 0 },
        HasRedactedTranscript = job.Transcript?.RedactedTranscriptFileUri is { Length: > 0 },
    };

    // Whether the output is the service's is not on the job; its address tells: only service-managed ones are signed.
    private static S3Location? OutputObject(Job job)
    {
        var address = job.Transcript?.TranscriptFileUri ?? job.Transcript?.RedactedTranscriptFileUri;
        return address is { Length: > 0 } && !Reading.ResultAddress.IsSigned(address) && S3Location.TryParseAddress(address, out var location)
            ? location
            : null;
    }

    // A status newer than this program is shown as running: it may still change.
    private static JobStatus Status(string? value) => JobStatuses.Parse(value) ?? JobStatus.InProgress;

    private string Language(string? code, List<LanguageCodeItem>? codes)
    {
        if (codes is { Count: > 0 }) return string.Join(", ", codes.Select(item => limits.LanguageText(item.LanguageCode?.Value ?? Unknown)));
        return code is { Length: > 0 } ? limits.LanguageText(code) : Unknown;
    }

    private static string LanguageSettings(Job job)
    {
        if (job.IdentifyMultipleLanguages == true) return "Automatic multiple languages identification";
        if (job.IdentifyLanguage != true) return "Specific language";
        return job.IdentifiedLanguageScore is { } score
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Automatic language identification (score {score:0.00})")
            : "Automatic language identification";
    }

    private static string AudioIdentification(Settings? settings)
    {
        if (settings?.ChannelIdentification == true) return "Channel identification";
        return settings?.ShowSpeakerLabels == true ? $"Speaker partitioning, up to {settings.MaxSpeakerLabels} speakers" : Deactivated;
    }

    private static DateTimeOffset? Utc(DateTime? time) =>
        time is { } value ? new DateTimeOffset(DateTime.SpecifyKind(value.ToUniversalTime(), DateTimeKind.Utc)) : null;
}
