using TranscribeConsole.Services.Reading;
using Job = Amazon.TranscribeService.Model.TranscriptionJob;

namespace TranscribeConsole.Services.Jobs;

/// <summary>Where a job writes: the service gives no bucket and key back, so its result's address has to tell.</summary>
internal static class JobOutput
{
    private const string RedactedPrefix = "redacted-";

    /// <summary>Until its result is there, only the list knows which kind of output a job has.</summary>
    public static bool IsTold(Job job) => job.Transcript is { TranscriptFileUri: not null } or { RedactedTranscriptFileUri: not null };

    /// <summary>The transcript as an object of the customer's bucket; null for service-managed output, or while there is none.</summary>
    public static S3Location? ObjectOf(Job job)
    {
        // Only service-managed addresses are signed.
        var address = job.Transcript?.TranscriptFileUri ?? job.Transcript?.RedactedTranscriptFileUri;
        return address is { Length: > 0 } && !ResultAddress.IsSigned(address) && S3Location.TryParseAddress(address, out var location)
            ? location
            : null;
    }

    /// <summary>
    /// <c>OutputBucketName</c> and <c>OutputKey</c> that lead to that object: a key of <c>folder/job.json</c> comes from the folder alone.
    /// </summary>
    public static S3Location? Of(Job job)
    {
        if (ObjectOf(job) is not { } location) return null;
        var nameAt = location.Key.LastIndexOf('/') + 1;
        var name = location.Key[nameAt..];
        if (job.Transcript?.TranscriptFileUri is not { Length: > 0 } && name.StartsWith(RedactedPrefix, StringComparison.Ordinal))
            name = name[RedactedPrefix.Length..];
        var folder = location.Key[..nameAt];
        return location with { Key = name == $"{job.TranscriptionJobName}.json" ? folder : folder + name };
    }
}
