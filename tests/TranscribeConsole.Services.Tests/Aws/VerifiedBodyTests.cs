using System.Security.Cryptography;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Tests.Backend;
using TranscribeConsole.Services.Tests.Reading;

namespace TranscribeConsole.Services.Tests.Aws;

[Collection(OnLocalBackend.Name)]
public sealed class VerifiedBodyTests(LocalBackend backend)
{
    private const int Length = 300_000;

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(Length - 1)]
    public async Task Last_bytes_are_handed_out_only_of_what_is_stored(int? altered)
    {
        var body = RandomNumberGenerator.GetBytes(Length);
        var etag = Convert.ToHexStringLower(MD5.HashData(body));
        if (altered is { } position) body[position] ^= 1;
        await using var server = await ResultServer.StartAsync(context =>
        {
            context.Response.Headers.ETag = $"\"{etag}\"";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        using var answer = await backend.Compose(change: connection => connection with { S3ServiceUrl = server.Address })
            .GetRequiredService<IAmazonS3>().GetObjectAsync("media", "call.wav");
        using var received = new MemoryStream();

        var failure = await Record.ExceptionAsync(() => answer.ResponseStream.CopyToAsync(received));

        if (altered is null)
        {
            Assert.Null(failure);
            Assert.Equal(body, received.ToArray());
        }
        else
        {
            Assert.Contains("ETag", Assert.IsType<IOException>(failure).Message, StringComparison.Ordinal);
            Assert.InRange(received.Length, 0, Length - 1);
        }
    }

    [Fact]
    public async Task Object_of_the_backend_arrives_whole_or_in_the_part_that_was_asked_for()
    {
        var body = RandomNumberGenerator.GetBytes(Length);
        await backend.S3.PutObjectAsync(new() { BucketName = "media", Key = "verified.bin", InputStream = new MemoryStream(body) });
        await backend.S3.PutObjectAsync(new() { BucketName = "media", Key = "verified-empty.bin", ContentBody = "" });
        var s3 = backend.Compose().GetRequiredService<IAmazonS3>();

        Assert.Equal(body, await ReadAsync(s3, "verified.bin"));
        Assert.Equal(body[10..21], await ReadAsync(s3, "verified.bin", new(10, 20)));
        Assert.Empty(await ReadAsync(s3, "verified-empty.bin"));
    }

    private static async Task<byte[]> ReadAsync(IAmazonS3 s3, string key, Amazon.S3.Model.ByteRange? range = null)
    {
        using var answer = await s3.GetObjectAsync(new Amazon.S3.Model.GetObjectRequest { BucketName = "media", Key = key, ByteRange = range });
        using var received = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(received);
        return received.ToArray();
    }
}
