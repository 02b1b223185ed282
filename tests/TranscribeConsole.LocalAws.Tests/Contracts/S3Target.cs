using Amazon.S3;

namespace TranscribeConsole.LocalAws.Tests.Contracts;

/// <summary>The S3 that a contract is tested on: a client, a bucket, and a key prefix under which the tests are alone.</summary>
public abstract class S3Target : IAsyncLifetime
{
    public abstract IAmazonS3 S3 { get; }

    public abstract string Bucket { get; }

    /// <summary>Ends in a slash; every test adds a folder of its own.</summary>
    public abstract string Prefix { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();
}

public sealed class LocalS3Target : S3Target
{
    private readonly LocalAwsFixture _backend;
    private string _bucket = "";

    public LocalS3Target() : this(new LocalAwsFixture()) { }

    /// <param name="backend">Started and stopped here.</param>
    internal LocalS3Target(LocalAwsFixture backend) => _backend = backend;

    public override IAmazonS3 S3 => _backend.S3;

    public override string Bucket => _bucket;

    public override string Prefix => "contracts/";

    public override async Task InitializeAsync()
    {
        await _backend.InitializeAsync();
        _bucket = await _backend.NewBucketAsync();
    }

    public override Task DisposeAsync() => _backend.DisposeAsync();
}

/// <summary>A real bucket, with credentials and Region of the ordinary chain; removes what the tests made.</summary>
public sealed class AwsS3Target : S3Target
{
    private AmazonS3Client? _s3;

    public override IAmazonS3 S3 => _s3!;

    public override string Bucket => AwsTestBucket.Name!;

    public override string Prefix { get; } = $"transcribe-console-contracts/{Guid.NewGuid():n}/";

    public override Task InitializeAsync()
    {
        if (AwsTestBucket.Name is not null) _s3 = new AmazonS3Client();
        return Task.CompletedTask;
    }

    public override async Task DisposeAsync()
    {
        if (_s3 is null) return;
        var left = await _s3.ListObjectsV2Async(new() { BucketName = Bucket, Prefix = Prefix });
        foreach (var item in left.S3Objects ?? []) await _s3.DeleteObjectAsync(Bucket, item.Key);
        var uploads = await _s3.ListMultipartUploadsAsync(new Amazon.S3.Model.ListMultipartUploadsRequest { BucketName = Bucket, Prefix = Prefix });
        foreach (var upload in uploads.MultipartUploads ?? []) await _s3.AbortMultipartUploadAsync(Bucket, upload.Key, upload.UploadId);
        _s3.Dispose();
    }
}
