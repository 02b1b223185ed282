namespace TranscribeConsole.Services.Media;

/// <summary>Uploads of media to the upload bucket, in parts that are streamed on and never stored here.</summary>
public sealed class MediaUploads
{
    /// <summary>Why uploads are not possible, naming the setting that makes them so; null: they are.</summary>
    public string? UnavailableReason => throw new NotImplementedException();

    /// <summary>Begins a multipart upload.</summary>
    /// <exception cref="MediaRefusedException">Empty, too large or not media by its name.</exception>
    /// <exception cref="Aws.AwsFailureException">The bucket can't be used.</exception>
    public Task<MediaUpload> BeginAsync(string fileName, long size, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Streams one part on to S3. Sending a part again replaces it.</summary>
    /// <param name="partNumber">From 1 to <see cref="MediaUpload.PartCount"/>.</param>
    /// <param name="body">Forward-only; read once.</param>
    /// <param name="length">Bytes the body will give; must be the part's length.</param>
    /// <exception cref="MediaRefusedException">Part number or length does not fit the upload.</exception>
    /// <exception cref="Aws.AwsFailureException">Retryable, or NotFound when the upload was aborted.</exception>
    public Task UploadPartAsync(MediaUpload upload, int partNumber, Stream body, long length, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Completes the upload from the parts that S3 has; answers <c>s3://bucket/key</c>. Repeating it is harmless.</summary>
    /// <exception cref="MediaRefusedException">Parts are missing.</exception>
    public Task<S3Location> CompleteAsync(MediaUpload upload, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Aborts the upload; no error when it is gone.</summary>
    public Task AbortAsync(MediaUpload upload, CancellationToken cancellationToken) => throw new NotImplementedException();
}
