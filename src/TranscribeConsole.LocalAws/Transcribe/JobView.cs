using TranscribeConsole.LocalAws.Jobs;
using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>Jobs as the operations answer them. Addresses are composed at every call, because port and signatures pass.</summary>
internal sealed class JobView(PresignedUrls presigned, LocalAwsAddress address)
{
    /// <summary>The service's lifetime of an address to service-managed output.</summary>
    public static readonly TimeSpan AddressLifetime = TimeSpan.FromSeconds(899);

    /// <summary>The answer of Start: what was sent, and the state.</summary>
    public static TranscriptionJob Started(StoredJob job, IReadOnlyList<Tag> tags) => Common(job, tags) with
    {
        Settings = job.Request.Settings,
        Subtitles = Subtitles(job, null),
    };

    /// <summary>The answer of Get: settings with their defaults, and where the output is once there is any.</summary>
    public TranscriptionJob Detailed(StoredJob job, IReadOnlyList<Tag> tags)
    {
        var isComplete = job.Status == JobStatus.Completed;
        var settings = job.Request.Settings ?? new Settings();
        return Common(job, tags) with
        {
            Settings = settings with
            {
                ChannelIdentification = settings.ChannelIdentification ?? false,
                ShowAlternatives = settings.ShowAlternatives ?? false,
            },
            Transcript = new() { TranscriptFileUri = isComplete ? AddressOf(job.Output, job.Output.TranscriptKey) : null },
            Subtitles = Subtitles(job, isComplete ? SubtitleAddresses(job) : null),
        };
    }

    public static TranscriptionJobSummary Summary(StoredJob job) => new()
    {
        TranscriptionJobName = job.Name,
        CreationTime = job.CreationTime,
        StartTime = job.StartTime,
        CompletionTime = job.CompletionTime,
        LanguageCode = job.Request.LanguageCode ?? job.IdentifiedLanguage,
        IdentifiedLanguageScore = job.IdentifiedScore,
        LanguageCodes = job.IdentifiedLanguages,
        TranscriptionJobStatus = job.Status,
        FailureReason = job.FailureReason,
        OutputLocationType = job.Output.IsServiceManaged ? "SERVICE_BUCKET" : "CUSTOMER_BUCKET",
        ContentRedaction = job.Request.ContentRedaction,
        ModelSettings = job.Request.ModelSettings,
        IdentifyLanguage = job.Request.IdentifyLanguage,
        IdentifyMultipleLanguages = job.Request.IdentifyMultipleLanguages,
        ToxicityDetection = job.Request.ToxicityDetection,
    };

    private static TranscriptionJob Common(StoredJob job, IReadOnlyList<Tag> tags) => new()
    {
        TranscriptionJobName = job.Name,
        TranscriptionJobStatus = job.Status,
        LanguageCode = job.Request.LanguageCode ?? job.IdentifiedLanguage,
        IdentifiedLanguageScore = job.IdentifiedScore,
        LanguageCodes = job.IdentifiedLanguages,
        MediaSampleRateHertz = job.DetectedRateHertz ?? job.Request.MediaSampleRateHertz,
        MediaFormat = job.DetectedFormat ?? job.Request.MediaFormat,
        Media = job.Request.Media,
        StartTime = job.StartTime,
        CreationTime = job.CreationTime,
        CompletionTime = job.CompletionTime,
        FailureReason = job.FailureReason,
        ModelSettings = job.Request.ModelSettings,
        JobExecutionSettings = job.Request.JobExecutionSettings,
        ContentRedaction = job.Request.ContentRedaction,
        IdentifyLanguage = job.Request.IdentifyLanguage,
        IdentifyMultipleLanguages = job.Request.IdentifyMultipleLanguages,
        LanguageOptions = job.Request.LanguageOptions,
        LanguageIdSettings = job.Request.LanguageIdSettings,
        ToxicityDetection = job.Request.ToxicityDetection,
        Tags = tags.Count == 0 ? null : tags,
    };

    private static SubtitlesOutput? Subtitles(StoredJob job, IReadOnlyList<string>? addresses) =>
        job.Request.Subtitles is not { } asked ? null : new()
        {
            Formats = asked.Formats,
            OutputStartIndex = asked.OutputStartIndex ?? 0,
            SubtitleFileUris = addresses,
        };

    private string[] SubtitleAddresses(StoredJob job) =>
        [.. job.SubtitleFormats.Select(format => AddressOf(job.Output, job.Output.SubtitleKey(format)))];

    // Output keys hold nothing that a path would have to escape, and Uri would resolve their dots.
    private string AddressOf(JobOutput output, string key) => output.IsServiceManaged
        ? presigned.Get(address.BaseAddress, output.Bucket, key, AddressLifetime)
        : $"{address.BaseAddress.GetLeftPart(UriPartial.Authority)}/{output.Bucket}/{key}";
}
