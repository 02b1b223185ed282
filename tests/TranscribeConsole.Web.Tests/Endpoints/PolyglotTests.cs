using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Endpoints;

/// <summary>Files that are media and something else as well, uploaded as the page does it, and fetched by everything that hands out bytes of others.</summary>
public sealed class PolyglotTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    private const string Script = "<html><script>alert(document.domain)</script></html>";

    private static readonly string[] Harmless = ["audio/", "video/", "application/octet-stream"];

    [Theory]
    [InlineData("html.wav")]
    [InlineData("page.mp3")]
    [InlineData("image.ogg")]
    [InlineData("code.flac")]
    [InlineData("page.mp4")]
    [InlineData("archive.wav")]
    public async Task File_that_is_also_something_else_is_media_or_bytes_and_nothing_that_runs(string fileName)
    {
        var body = BodyOf(fileName);
        var uri = await UploadAsync(fileName, body);
        var job = await StartAsync(uri, null);

        await IsHarmlessAsync($"jobs/{job}/media", body, attachment: false);
        await IsHarmlessAsync($"jobs/{job}/media?download", body, attachment: true);
        await IsHarmlessAsync($"object/download?uri={Uri.EscapeDataString(uri)}", body, attachment: true);
    }

    // Put there by somebody with rights in S3, who also chose the type.
    [Theory]
    [InlineData("page.html", "text/html")]
    [InlineData("page.svg", "image/svg+xml")]
    [InlineData("page.wav.xhtml", "application/xhtml+xml")]
    [InlineData("code.js", "text/javascript")]
    [InlineData("really.wav", "text/html")]
    public async Task Declared_type_of_an_object_is_not_passed_on(string key, string contentType)
    {
        await console.S3.PutBucketAsync("polyglots");
        await console.S3.PutObjectAsync(new() { BucketName = "polyglots", Key = key, ContentBody = Script, ContentType = contentType });
        var uri = $"s3://polyglots/{key}";
        var job = await StartAsync(uri, "wav");

        await IsHarmlessAsync($"jobs/{job}/media", Encoding.UTF8.GetBytes(Script), attachment: !key.EndsWith(".wav", StringComparison.Ordinal) ? null : false);
        await IsHarmlessAsync($"object/download?uri={Uri.EscapeDataString(uri)}", Encoding.UTF8.GetBytes(Script), attachment: true);
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("page.wav.html")]
    [InlineData("image.svg")]
    [InlineData("code.js")]
    [InlineData("page.wav\u0000.html")]
    [InlineData("page.wav/../page.html")]
    public async Task File_that_is_not_called_media_is_not_taken(string fileName)
    {
        using var client = await console.OpenAsync();
        using var refused = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName, size = 10 }));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    /// <param name="attachment">Null: as the type has it, which a browser must not show in place unless it plays it.</param>
    private async Task IsHarmlessAsync(string path, byte[] body, bool? attachment)
    {
        using var client = await console.OpenAsync();
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsByteArrayAsync());
        var type = answer.Content.Headers.ContentType!.MediaType!;
        Assert.Contains(Harmless, start => type.StartsWith(start, StringComparison.Ordinal));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["sandbox; frame-ancestors 'none'"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(attachment ?? type == "application/octet-stream", answer.Content.Headers.ContentDisposition?.DispositionType == "attachment");
    }

    private async Task<string> StartAsync(string uri, string? format)
    {
        var name = $"polyglot-{Guid.NewGuid():N}";
        await console.Services.GetRequiredService<TranscriptionJobs>().StartAsync(new JobForm { Name = name, MediaUri = uri, MediaFormat = format ?? "" }, CancellationToken.None);
        return name;
    }

    private async Task<string> UploadAsync(string fileName, byte[] body)
    {
        using var client = await console.OpenAsync();
        using var begun = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName, size = body.Length }));
        var token = (await begun.JsonAsync()).GetProperty("token").GetString();
        using var part = await client.SendAsync(HttpMethod.Put, $"uploads/{token}/parts/1", new ByteArrayContent(body));
        Assert.Equal(HttpStatusCode.NoContent, part.StatusCode);
        using var completed = await client.SendAsync(HttpMethod.Post, $"uploads/{token}/complete");
        return (await completed.JsonAsync()).GetProperty("location").GetString()!;
    }

    private static byte[] BodyOf(string fileName) => fileName switch
    {
        "html.wav" => Wav(Encoding.UTF8.GetBytes(Script)),
        "archive.wav" => [.. Samples.SilentWav().ToArray(), .. Zip()],
        "page.mp3" => Encoding.UTF8.GetBytes($"ID3{Script}"),
        "image.ogg" => Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
        "code.flac" => Encoding.UTF8.GetBytes("fLaC=1;alert(document.domain)//"),
        _ => [0, 0, 0, 24, .. "ftypisom\0\0\0\0isommp42"u8, .. Encoding.UTF8.GetBytes(Script)],
    };

    // A second of silence with a chunk that players skip.
    private static byte[] Wav(byte[] text)
    {
        byte[] chunk = [.. "LIST"u8, 0, 0, 0, 0, .. text];
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), text.Length);
        byte[] wav = [.. Samples.SilentWav().ToArray(), .. chunk];
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(4), wav.Length - 8);
        return wav;
    }

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("index.html").Open()) entry.Write(Encoding.UTF8.GetBytes(Script));
        return bytes.ToArray();
    }
}
