using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>Where a job's files go.</summary>
/// <param name="TranscriptKey">Key of the transcript; always ends in <c>.json</c>.</param>
internal sealed record JobOutput(string Bucket, string TranscriptKey)
{
    private const string Extension = ".json";

    /// <summary>Whether the output lives and dies with the job, in the service's own bucket.</summary>
    public bool IsServiceManaged => Bucket == LocalAwsAccount.ServiceBucket;

    /// <summary>Output in the service's bucket, under a name that no other job ever has.</summary>
    public static JobOutput InServiceBucket(string jobName) =>
        new(LocalAwsAccount.ServiceBucket, $"{LocalAwsAccount.Id}/{jobName}/{Guid.NewGuid()}/asrOutput{Extension}");

    /// <summary>Output in the customer's bucket: an output key that ends in <c>.json</c> is the whole key, any other a folder.</summary>
    public static JobOutput InCustomerBucket(string bucket, string? outputKey, string jobName)
    {
        if (outputKey is null) return new(bucket, jobName + Extension);
        if (outputKey.EndsWith(Extension, StringComparison.Ordinal)) return new(bucket, outputKey);
        return new(bucket, outputKey.EndsWith('/') ? $"{outputKey}{jobName}{Extension}" : $"{outputKey}/{jobName}{Extension}");
    }

    /// <summary>Key of a subtitle file, beside the transcript.</summary>
    public string SubtitleKey(SubtitleFormat format) =>
        TranscriptKey[..^Extension.Length] + (format == SubtitleFormat.Srt ? ".srt" : ".vtt");
}
