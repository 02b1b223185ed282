using System.Net;
using Amazon.S3;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Reading;

/// <summary>Fetches the files that a job's answer points to.</summary>
internal sealed class ResultFiles(IAmazonS3 s3, HttpClient http, ResultAddress addresses, ObjectAccess access, ILogger<ResultFiles> logger)
{
    /// <summary>The address of the kind of file in a job's answer, or null when the job has none.</summary>
    public static string? AddressOf(TranscriptionJob job, ResultKind kind) => kind switch
    {
        ResultKind.Transcript => job.Transcript?.TranscriptFileUri,
        ResultKind.RedactedTranscript => job.Transcript?.RedactedTranscriptFileUri,
        ResultKind.SubtitlesSrt => Subtitles(job, ".srt"),
        _ => Subtitles(job, ".vtt"),
    };

    /// <summary>The ETag of the object at the address; null for a signed one, whose file the service never changes.</summary>
    /// <exception cref="AwsFailureException">It can't be read.</exception>
    public async Task<string?> VersionAsync(string address, CancellationToken cancellationToken)
    {
        if (ResultAddress.IsSigned(address)) return null;
        var location = Location(address);
        return (await access.ReadAsync(location, () => s3.GetObjectMetadataAsync(location.Bucket, location.Key, cancellationToken), cancellationToken)).ETag;
    }

    /// <exception cref="AwsFailureException">It can't be fetched, or must not be.</exception>
    public Task<ResultFile> OpenAsync(string address, CancellationToken cancellationToken) =>
        ResultAddress.IsSigned(address) ? GetSignedAsync(address, cancellationToken) : GetObjectAsync(address, cancellationToken);

    private async Task<ResultFile> GetSignedAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !addresses.IsTrusted(uri))
            throw new AwsFailureException(AwsFailureKind.BadRequest, "The service names an address for the result that is not in the configured S3. It was not fetched.");
        return await AwsCalls.RunAsync(AwsCalls.S3, logger, () => GetAsync(uri, cancellationToken), cancellationToken);
    }

    private async Task<ResultFile> GetAsync(Uri uri, CancellationToken cancellationToken)
    {
        var response = await http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
            return new ResultFile(await response.Content.ReadAsStreamAsync(cancellationToken), response.Content.Headers.ContentLength, null, response);
        response.Dispose();
        // A redirect is refused here too: the client follows none.
        throw new AwsFailureException(
            AwsErrors.Classify(response.StatusCode), $"Amazon S3 does not hand out the result (HTTP {(int)response.StatusCode}). Reload the page for a fresh address.");
    }

    private async Task<ResultFile> GetObjectAsync(string address, CancellationToken cancellationToken)
    {
        var location = Location(address);
        var response = await access.ReadAsync(location, () => s3.GetObjectAsync(location.Bucket, location.Key, cancellationToken), cancellationToken);
        return new ResultFile(response.ResponseStream, response.ContentLength, response.ETag, response);
    }

    private static S3Location Location(string address) => S3Location.TryParseAddress(address, out var location)
        ? location
        : throw new AwsFailureException(AwsFailureKind.BadRequest, "The service names an address for the result that is not an S3 object.");

    private static string? Subtitles(TranscriptionJob job, string extension) =>
        job.Subtitles?.SubtitleFileUris?.FirstOrDefault(address =>
            address.Split('?', 2)[0].EndsWith(extension, StringComparison.Ordinal));
}
