using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Media;

/// <summary>Uploads of media to the upload bucket, in parts that are streamed on and never stored here.</summary>
public sealed partial class MediaUploads : IDisposable
{
    /// <summary>Bytes of every part but the last: large enough for S3 (5 MiB at least), small enough to send again.</summary>
    public const int PartSize = 8 << 20;

    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(24);

    private readonly IAmazonS3 _s3;
    private readonly IAmazonS3 _partS3;
    private readonly UploadTarget _target;
    private readonly ServiceLimits _limits;
    private readonly TimeProvider _clock;
    private readonly UploadMetrics _metrics;
    private readonly AuditLog _audit;
    private readonly ILogger _logger;

    /// <param name="s3">Retries by itself.</param>
    /// <param name="partS3">Does not retry: a part's body can be read only once. Owned and disposed here.</param>
    internal MediaUploads(
        IAmazonS3 s3, IAmazonS3 partS3, UploadTarget target, ServiceLimits limits, TimeProvider clock, UploadMetrics metrics,
        AuditLog audit, ILogger<MediaUploads> logger)
    {
        (_s3, _partS3, _target, _limits, _clock, _metrics, _audit, _logger) = (s3, partS3, target, limits, clock, metrics, audit, logger);
    }

    /// <summary>Why uploads are not possible, naming the setting that makes them so; null: they are.</summary>
    public string? UnavailableReason => _target.Bucket is null
        ? "Uploads need a bucket: set Upload:Bucket to a bucket of this account. Media that is in S3 already can be used by its location."
        : null;

    /// <summary>Begins a multipart upload.</summary>
    /// <exception cref="MediaRefusedException">Empty, too large or not media by its name.</exception>
    /// <exception cref="AwsFailureException">The bucket can't be used.</exception>
    public Task<MediaUpload> BeginAsync(string fileName, long size, CancellationToken cancellationToken) =>
        _metrics.BeginAsync(() => BeginNewAsync(fileName, size, cancellationToken));

    private async Task<MediaUpload> BeginNewAsync(string fileName, long size, CancellationToken cancellationToken)
    {
        var format = Check(fileName, size);
        var bucket = _target.Bucket ?? throw new MediaRefusedException(UnavailableReason!);
        var request = new InitiateMultipartUploadRequest
        {
            BucketName = bucket,
            Key = MediaKey.For(_target.Prefix, fileName, _clock.GetUtcNow()),
            ContentType = format.ContentType,
        };
        return new MediaUpload(bucket, request.Key, await InitiateAsync(request, cancellationToken), fileName, size, PartSize);
    }

    /// <summary>Streams one part on to S3. Sending a part again replaces it.</summary>
    /// <param name="partNumber">From 1 to <see cref="MediaUpload.PartCount"/>.</param>
    /// <param name="body">Forward-only; read once.</param>
    /// <param name="length">Bytes the body will give; must be the part's length.</param>
    /// <exception cref="MediaRefusedException">Part number or length does not fit the upload.</exception>
    /// <exception cref="AwsFailureException">Retryable, or NotFound when the upload was aborted.</exception>
    public Task UploadPartAsync(MediaUpload upload, int partNumber, Stream body, long length, CancellationToken cancellationToken) =>
        _metrics.PartAsync(length, () => SendPartAsync(upload, partNumber, body, length, cancellationToken));

    private async Task SendPartAsync(MediaUpload upload, int partNumber, Stream body, long length, CancellationToken cancellationToken)
    {
        if (partNumber < 1 || partNumber > upload.PartCount)
            throw new MediaRefusedException($"Part {partNumber} is not one of the upload's parts, 1 to {upload.PartCount}.");
        if (length != upload.PartLength(partNumber))
            throw new MediaRefusedException($"Part {partNumber} must have {upload.PartLength(partNumber)} bytes, not {length}.");
        await using var part = new PartStream(body, length);
        var request = new UploadPartRequest
        {
            BucketName = upload.Bucket,
            Key = upload.Key,
            UploadId = upload.UploadId,
            PartNumber = partNumber,
            PartSize = length,
            InputStream = part,
        };
        await CallAsync(() => _partS3.UploadPartAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>Completes the upload from the parts that S3 has; answers its location. Repeating it is harmless.</summary>
    /// <exception cref="MediaRefusedException">Parts are missing.</exception>
    public Task<S3Location> CompleteAsync(MediaUpload upload, CancellationToken cancellationToken) =>
        _metrics.CompleteAsync(() => CompleteFromPartsAsync(upload, cancellationToken));

    private async Task<S3Location> CompleteFromPartsAsync(MediaUpload upload, CancellationToken cancellationToken)
    {
        var location = new S3Location(upload.Bucket, upload.Key);
        try
        {
            var parts = await ListPartsAsync(upload, cancellationToken);
            RefuseMissing(upload, parts);
            var request = new CompleteMultipartUploadRequest
            {
                BucketName = upload.Bucket,
                Key = upload.Key,
                UploadId = upload.UploadId,
                PartETags = [.. parts.Select(part => new PartETag(part.PartNumber ?? 0, part.ETag))],
            };
            await CallAsync(() => _s3.CompleteMultipartUploadAsync(request, cancellationToken), cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            // The answer to an earlier completion may have been lost on the way.
            if (!await IsCompleteAsync(upload, cancellationToken)) throw;
        }

        await _audit.RecordAsync(AuditAction.Uploaded, detail: string.Create(CultureInfo.InvariantCulture, $"{location}, {upload.Size} bytes"));
        return location;
    }

    /// <summary>Aborts the upload; no error when it is gone.</summary>
    public Task AbortAsync(MediaUpload upload, CancellationToken cancellationToken) => _metrics.AbortAsync(() => AbortIfThereAsync(upload, cancellationToken));

    private async Task AbortIfThereAsync(MediaUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(() => _s3.AbortMultipartUploadAsync(upload.Bucket, upload.Key, upload.UploadId, cancellationToken), cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
        }
    }

    /// <summary>Aborts the uploads below the prefix that were begun over 24 hours ago, whoever left them; answers how many.</summary>
    /// <exception cref="AwsFailureException">The bucket can't be listed.</exception>
    public async Task<int> AbortAbandonedAsync(CancellationToken cancellationToken)
    {
        if (_target.Bucket is not { } bucket) return 0;
        var aborted = 0;
        var request = new ListMultipartUploadsRequest { BucketName = bucket, Prefix = _target.Prefix };
        while (true)
        {
            var page = await CallAsync(() => _s3.ListMultipartUploadsAsync(request, cancellationToken), cancellationToken);
            foreach (var upload in (page.MultipartUploads ?? []).Where(IsAbandoned))
            {
                await AbortAsync(new MediaUpload(bucket, upload.Key, upload.UploadId, "", 0, PartSize), cancellationToken);
                Log.Aborted(_logger, bucket, upload.Key);
                aborted++;
            }

            if (page.IsTruncated != true) return aborted;
            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }
    }

    public void Dispose() => _partS3.Dispose();

    private bool IsAbandoned(MultipartUpload upload) =>
        upload.Initiated is { } begun && _clock.GetUtcNow() - begun.ToUniversalTime() > AbandonedAfter;

    private MediaFormatInfo Check(string fileName, long size)
    {
        if (_limits.FindMediaFormat(fileName) is not { } format)
            throw new MediaRefusedException($"'{Path.GetFileName(fileName)}' is not a media file that can be transcribed. Valid formats: {string.Join(", ", _limits.MediaFormats.Select(f => f.Format.ToUpperInvariant()))}.");
        if (size <= 0) throw new MediaRefusedException("The file is empty.");
        if (size > _limits.Quotas.MaxMediaBytes)
            throw new MediaRefusedException($"The file has {size:N0} bytes; a job can have media of up to {_limits.Quotas.MaxMediaBytes:N0} bytes (2 GB).");
        return format;
    }

    private async Task<string> InitiateAsync(InitiateMultipartUploadRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return (await CallAsync(() => _s3.InitiateMultipartUploadAsync(request, cancellationToken), cancellationToken)).UploadId;
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound && _target.CreateBucket)
        {
            await CreateBucketAsync(request.BucketName, cancellationToken);
            return (await CallAsync(() => _s3.InitiateMultipartUploadAsync(request, cancellationToken), cancellationToken)).UploadId;
        }
    }

    private async Task CreateBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(() => _s3.PutBucketAsync(new PutBucketRequest { BucketName = bucket }, cancellationToken), cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.Conflict) // another upload was as quick
        {
        }
    }

    private async Task<List<PartDetail>> ListPartsAsync(MediaUpload upload, CancellationToken cancellationToken)
    {
        var parts = new List<PartDetail>(upload.PartCount);
        var request = new ListPartsRequest { BucketName = upload.Bucket, Key = upload.Key, UploadId = upload.UploadId };
        while (true)
        {
            var page = await CallAsync(() => _s3.ListPartsAsync(request, cancellationToken), cancellationToken);
            parts.AddRange(page.Parts ?? []);
            if (page.IsTruncated != true) return parts;
            request.PartNumberMarker = page.NextPartNumberMarker?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    // The browser is not asked what it sent: S3 knows what arrived.
    private static void RefuseMissing(MediaUpload upload, List<PartDetail> parts)
    {
        var arrived = parts.ToDictionary(part => part.PartNumber ?? 0, part => part.Size);
        for (var number = 1; number <= upload.PartCount; number++)
        {
            if (!arrived.TryGetValue(number, out var size) || size != upload.PartLength(number))
                throw new MediaRefusedException($"Part {number} of {upload.PartCount} has not arrived. Send it again, then complete the upload.");
        }
    }

    private async Task<bool> IsCompleteAsync(MediaUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            var metadata = await CallAsync(() => _s3.GetObjectMetadataAsync(upload.Bucket, upload.Key, cancellationToken), cancellationToken);
            return metadata.ContentLength == upload.Size;
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            return false;
        }
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        AwsCalls.RunAsync(AwsCalls.S3, _logger, call, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Aborted the abandoned upload of {Key} in {Bucket}.")]
        public static partial void Aborted(ILogger logger, string bucket, string key);
    }
}
