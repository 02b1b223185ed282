using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Endpoints;

/// <summary>Names that would end a header, or say another file name, in whatever hands out a file under a name that somebody chose.</summary>
public sealed class HostileNamesTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    private const string Bucket = "hostile-names";

    public static TheoryData<string> Names =>
    [
        "a\r\nX-Injected: yes\r\n\r\n<script>alert(1)</script>.wav", "a\nSet-Cookie: x=1.wav", "a\rX-Injected: yes.wav", "a\"; filename=\"b.html", "a'; filename*=UTF-8''b.html",
        "a;b=\\\".wav", "ü\u2028\u0085X-Injected: yes.wav", "\u202Egpj.exe.wav", "%0d%0aX-Injected: yes.wav", "a\tb\u0001.wav",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Object_under_any_key_is_an_attachment_with_one_safe_name(string name)
    {
        await PutAsync(name);
        await IsSafeAsync($"object/download?uri={Uri.EscapeDataString($"s3://{Bucket}/in/{name}")}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Media_of_a_job_under_any_key_is_an_attachment_with_one_safe_name(string name)
    {
        await PutAsync(name);
        var job = $"names-{Guid.NewGuid():N}";
        try
        {
            await console.Services.GetRequiredService<TranscriptionJobs>().StartAsync(new JobForm { Name = job, MediaUri = $"s3://{Bucket}/in/{name}" }, CancellationToken.None);
        }
        catch (AwsFailureException)
        {
            return; // the service takes no such address, and there is no such job
        }

        await IsSafeAsync($"jobs/{job}/media?download");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Word_list_is_an_attachment_with_one_safe_name(string name)
    {
        using var client = await console.OpenAsync();
        using var parked = await client.SendAsync(HttpMethod.Post, "word-lists", new StringContent("word"));
        var id = (await parked.JsonAsync()).GetProperty("id").GetString();
        await IsSafeAsync($"word-lists/{id}?name={Uri.EscapeDataString(name)}");
        using var saved = await client.GetAsync($"word-lists/{id}");
        Assert.Equal(("words.txt", true, "text/plain; charset=utf-8"), (saved.Content.Headers.ContentDisposition!.FileName, saved.Headers.CacheControl?.NoStore, saved.Content.Headers.ContentType?.ToString()));
    }

    private async Task PutAsync(string name)
    {
        await console.S3.PutBucketAsync(Bucket);
        await console.S3.PutObjectAsync(new() { BucketName = Bucket, Key = $"in/{name}", InputStream = Samples.SilentWav() });
    }

    private async Task IsSafeAsync(string path)
    {
        using var client = await console.OpenAsync();
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, header => header.Key.Equals("X-Injected", StringComparison.OrdinalIgnoreCase) || header.Key == "Set-Cookie");
        var line = Assert.Single(answer.Content.Headers.GetValues("Content-Disposition"));
        Assert.DoesNotContain(line, c => char.IsControl(c) || c > '~');
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.All(disposition.Parameters, parameter => Assert.Contains(parameter.Name, new[] { "filename", "filename*" }));
        Assert.Equal(disposition.Parameters.Count, disposition.Parameters.DistinctBy(parameter => parameter.Name).Count());
        Assert.DoesNotContain(disposition.FileNameStar ?? disposition.FileName!.Trim('"'), c => c is '/' or '\r' or '\n');
    }
}
