using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Services.Tests.Backend;

namespace TranscribeConsole.Services.Tests.Media;

[Collection(OnLocalBackend.Name)]
public sealed class MediaUploadsTests(LocalBackend backend)
{
    private readonly MediaUploads _uploads = backend.Services.GetRequiredService<MediaUploads>();

    [Fact]
    public async Task Parts_in_any_order_become_the_object_and_a_part_sent_again_replaces_the_first()
    {
        var content = Content(2 * MediaUploads.PartSize + 123);
        var upload = await BeginAsync(content.Length);
        await SendAsync(upload, 3, content);
        await SendAsync(upload, 2, new byte[content.Length]);
        await SendAsync(upload, 1, content);
        await SendAsync(upload, 2, content);

        var location = await _uploads.CompleteAsync(upload, default);

        using var stored = await backend.S3.GetObjectAsync(location.Bucket, location.Key);
        using var copy = new MemoryStream();
        await stored.ResponseStream.CopyToAsync(copy);
        Assert.Equal("audio/wav", stored.Headers.ContentType);
        Assert.StartsWith("s3://uploads/in/", location.ToString(), StringComparison.Ordinal);
        Assert.True(content.AsSpan().SequenceEqual(copy.ToArray()));
    }

    [Fact]
    public async Task Completion_with_a_part_missing_is_refused_and_succeeds_once_it_is_there()
    {
        var content = Content(MediaUploads.PartSize + 1);
        var upload = await BeginAsync(content.Length);
        await SendAsync(upload, 2, content);

        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(() => _uploads.CompleteAsync(upload, default));
        await SendAsync(upload, 1, content);

        Assert.Equal("Part 1 of 2 has not arrived. Send it again, then complete the upload.", refusal.Message);
        Assert.Equal(upload.Key, (await _uploads.CompleteAsync(upload, default)).Key);
    }

    [Fact]
    public async Task Completing_again_answers_the_same_location()
    {
        var upload = await BeginAsync(10);
        await SendAsync(upload, 1, Content(10));

        Assert.Equal(await _uploads.CompleteAsync(upload, default), await _uploads.CompleteAsync(upload, default));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(2, 10)]
    [InlineData(1, 9)]
    [InlineData(1, 11)]
    public async Task Part_that_does_not_fit_the_upload_is_refused(int number, long length)
    {
        var upload = await BeginAsync(10);

        await Assert.ThrowsAsync<MediaRefusedException>(
            () => _uploads.UploadPartAsync(upload, number, new MemoryStream(Content((int)length)), length, default));
    }

    [Fact]
    public async Task Body_that_breaks_off_stores_no_part()
    {
        var upload = await BeginAsync(1000);

        var failure = await Assert.ThrowsAsync<AwsFailureException>(
            () => _uploads.UploadPartAsync(upload, 1, new MemoryStream(new byte[999]), 1000, default));

        Assert.Equal(AwsFailureKind.Unavailable, failure.Kind);
        await Assert.ThrowsAsync<MediaRefusedException>(() => _uploads.CompleteAsync(upload, default));
    }

    [Fact]
    public async Task Part_reaches_S3_while_its_body_still_comes_so_none_is_ever_held_whole()
    {
        var upload = await BeginAsync(MediaUploads.PartSize);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var staged = Path.Combine(backend.DataDirectory, "objects", "tmp");
        // Goes on only when half of what it gave is on the backend's disk already.
        await using var body = new HesitantBody(MediaUploads.PartSize, async given =>
        {
            while (new DirectoryInfo(staged).EnumerateFiles().Sum(file => file.Length) < given - (1 << 20)) await Task.Delay(5, limit.Token);
        });

        await _uploads.UploadPartAsync(upload, 1, body, MediaUploads.PartSize, limit.Token);

        await _uploads.CompleteAsync(upload, default);
    }

    [Fact]
    public async Task Aborted_upload_takes_no_more_parts_and_aborting_again_is_no_error()
    {
        var upload = await BeginAsync(10);

        await _uploads.AbortAsync(upload, default);
        await _uploads.AbortAsync(upload, default);

        Assert.Equal(AwsFailureKind.NotFound, (await Assert.ThrowsAsync<AwsFailureException>(() => SendAsync(upload, 1, Content(10)))).Kind);
        Assert.Equal(AwsFailureKind.NotFound, (await Assert.ThrowsAsync<AwsFailureException>(() => _uploads.CompleteAsync(upload, default))).Kind);
    }

    [Fact]
    public async Task Uploads_of_more_than_24_hours_are_abandoned()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var uploads = backend.Compose(clock).GetRequiredService<MediaUploads>();
        var upload = await BeginAsync(10);
        clock.Advance(TimeSpan.FromHours(23.9));
        await uploads.AbortAbandonedAsync(default);
        await SendAsync(upload, 1, Content(10));

        clock.Advance(TimeSpan.FromHours(0.2));
        Assert.InRange(await uploads.AbortAbandonedAsync(default), 1, int.MaxValue); // those of other tests too

        Assert.Equal(AwsFailureKind.NotFound, (await Assert.ThrowsAsync<AwsFailureException>(() => _uploads.CompleteAsync(upload, default))).Kind);
    }

    [Fact]
    public async Task Upload_bucket_that_was_deleted_is_made_again()
    {
        await BeginAsync(10);
        await EmptyAsync("uploads");
        await backend.S3.DeleteBucketAsync("uploads");

        var upload = await BeginAsync(10);

        await SendAsync(upload, 1, Content(10));
        await _uploads.CompleteAsync(upload, default);
    }

    [Theory]
    [InlineData("notes.txt", 10, "is not a media file")]
    [InlineData("call.wav", 0, "The file is empty.")]
    [InlineData("call.wav", 2_147_483_649, "(2 GB)")]
    public async Task File_that_cannot_be_transcribed_is_refused_before_the_first_byte(string name, long size, string reason) => Assert.Contains(
        reason, (await Assert.ThrowsAsync<MediaRefusedException>(() => _uploads.BeginAsync(name, size, default))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task File_of_two_gibibytes_is_taken() => Assert.Equal(256, (await BeginAsync(2_147_483_648)).PartCount);

    private Task<MediaUpload> BeginAsync(long size) => _uploads.BeginAsync("call.wav", size, default);

    private Task SendAsync(MediaUpload upload, int number, byte[] content)
    {
        var length = (int)upload.PartLength(number);
        return _uploads.UploadPartAsync(upload, number, new MemoryStream(content, (number - 1) * MediaUploads.PartSize, length), length, default);
    }

    private async Task EmptyAsync(string bucket)
    {
        var objects = await backend.S3.ListObjectsV2Async(new() { BucketName = bucket });
        foreach (var item in objects.S3Objects ?? []) await backend.S3.DeleteObjectAsync(bucket, item.Key);
        var uploads = await backend.S3.ListMultipartUploadsAsync(new Amazon.S3.Model.ListMultipartUploadsRequest { BucketName = bucket });
        foreach (var upload in uploads.MultipartUploads ?? []) await backend.S3.AbortMultipartUploadAsync(bucket, upload.Key, upload.UploadId);
    }

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        return content;
    }

    /// <summary>Zeros; half-way it waits until it is told that they have arrived.</summary>
    private sealed class HesitantBody(long length, Func<long, Task> half) : MemoryStream
    {
        private long _given;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_given >= length / 2) await half(_given);
            var count = (int)Math.Min(buffer.Length, length - _given);
            buffer.Span[..count].Clear();
            _given += count;
            return count;
        }
    }
}
