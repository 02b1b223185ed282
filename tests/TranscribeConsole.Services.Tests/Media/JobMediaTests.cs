using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Services.Tests.Backend;

namespace TranscribeConsole.Services.Tests.Media;

[Collection(OnLocalBackend.Name)]
public sealed class JobMediaTests(LocalBackend backend)
{
    private readonly JobMedia _media = backend.Services.GetRequiredService<JobMedia>();

    [Fact]
    public async Task Media_is_what_S3_has_now_and_bytes_come_from_where_they_are_asked_for()
    {
        var form = LocalBackend.Form();
        await backend.RunAsync(form);

        var found = (await _media.FindAsync(form.Name, default))!;
        await using var header = await _media.OpenAsync(found, 0, 3, default);
        await using var format = await _media.OpenAsync(found, 8, 11, default);

        Assert.Equal(("audio/wav", "s3://media/silence.wav"), (found.ContentType, found.Location.ToString()));
        Assert.Equal("RIFF", await new StreamReader(header).ReadToEndAsync());
        Assert.Equal("WAVE", await new StreamReader(format).ReadToEndAsync());
        Assert.Null(await _media.FindAsync("nobody", default));
    }

    [Fact]
    public async Task Media_that_was_replaced_or_deleted_is_not_mixed_with_what_was_found()
    {
        var key = $"{Guid.NewGuid():n}.wav";
        await backend.S3.CopyObjectAsync("media", "silence.wav", "media", key);
        var form = LocalBackend.Form(key);
        await backend.RunAsync(form);
        var found = (await _media.FindAsync(form.Name, default))!;

        await backend.S3.PutObjectAsync(new() { BucketName = "media", Key = key, ContentBody = "another" });
        await Assert.ThrowsAsync<AwsFailureException>(() => _media.OpenAsync(found, 0, 3, default));
        await backend.S3.DeleteObjectAsync("media", key);
        var gone = await Assert.ThrowsAsync<AwsFailureException>(() => _media.FindAsync(form.Name, default));

        Assert.Equal(AwsFailureKind.NotFound, gone.Kind);
        Assert.Contains($"s3://media/{key}", gone.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/call.m4a", "mp4", "audio/mp4")]
    [InlineData("a/film.mp4", "mp4", "video/mp4")]
    [InlineData("a/call", "mp3", "audio/mpeg")]
    [InlineData("a/page.html", "wav", "audio/wav")]
    [InlineData("a/page.html", null, null)]
    public void Content_type_is_of_the_consoles_own_list(string key, string? format, string? type) => Assert.Equal(type, MediaContentType.Of(key, format));
}
