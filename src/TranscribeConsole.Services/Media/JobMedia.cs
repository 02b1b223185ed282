using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;

namespace TranscribeConsole.Services.Media;

/// <summary>The media of jobs, as it is in S3 now. Nothing but what a job names is read.</summary>
public sealed class JobMedia
{
    private readonly TranscriptionJobs _jobs;
    private readonly IAmazonS3 _s3;
    private readonly ObjectAccess _access;
    private readonly Auditor _audit;

    internal JobMedia(TranscriptionJobs jobs, IAmazonS3 s3, ObjectAccess access, Auditor audit) => (_jobs, _s3, _access, _audit) = (jobs, s3, access, audit);

    /// <summary>What S3 says of the job's media; null when there is no such job.</summary>
    /// <exception cref="AwsFailureException">NotFound: the media is no longer there. Denied: the message names the permission.</exception>
    public async Task<MediaObject?> FindAsync(string jobName, CancellationToken cancellationToken)
    {
        if (await _jobs.FindAsync(jobName, cancellationToken, JobUse.Other) is not { } job) return null;
        if (!S3Location.TryParseAddress(job.MediaUri, out var location))
            throw new AwsFailureException(AwsFailureKind.NotFound, $"The job's media '{job.MediaUri}' is not an S3 object.");
        var head = await _access.ReadAsync(location, () => _s3.GetObjectMetadataAsync(location.Bucket, location.Key, cancellationToken), cancellationToken);
        await _audit.VisitAsync(AuditAction.MediaPlayed, jobName);
        return new MediaObject(location, MediaContentType.Of(location.Key, job.MediaFormat), head.ContentLength, head.ETag, head.LastModified ?? DateTime.UnixEpoch);
    }

    /// <summary>Bytes of the media as it was found; forward-only, to be disposed.</summary>
    /// <param name="from">First byte, from 0.</param>
    /// <param name="to">Last byte, inclusive.</param>
    /// <exception cref="AwsFailureException">It was replaced or deleted meanwhile, or can't be read.</exception>
    public async Task<Stream> OpenAsync(MediaObject media, long from, long to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(media);
        var request = new GetObjectRequest
        {
            BucketName = media.Location.Bucket,
            Key = media.Location.Key,
            ByteRange = new ByteRange(from, to),
            EtagToMatch = media.ETag,
        };
        var response = await _access.ReadAsync(media.Location, () => _s3.GetObjectAsync(request, cancellationToken), cancellationToken);
        return response.ResponseStream;
    }
}

/// <summary>A job's media in S3.</summary>
/// <param name="ContentType">From the console's own list; null: nothing a browser should be told to play.</param>
/// <param name="ETag">As S3 gives it, in quotation marks.</param>
/// <param name="LastModified">UTC.</param>
public sealed record MediaObject(S3Location Location, string? ContentType, long Length, string ETag, DateTime LastModified);
