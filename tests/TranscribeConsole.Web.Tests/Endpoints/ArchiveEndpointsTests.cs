using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Endpoints;

public sealed class ArchiveEndpointsTests(CompletedJob job) : IClassFixture<CompletedJob>
{
    [Fact]
    public async Task Archive_has_a_folder_for_each_job_and_says_what_failed()
    {
        using var client = await job.Console.OpenAsync();
        var address = await OrderAsync(client, new { jobs = new[] { CompletedJob.Name, "no-such-job" }, formats = new[] { "json", "docx", "srt" }, options = new { speakers = "false" } });
        using var response = await client.GetAsync(address);
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());

        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(
            [$"{CompletedJob.Name}/{CompletedJob.Name}.json", $"{CompletedJob.Name}/{CompletedJob.Name}.docx", $"{CompletedJob.Name}/{CompletedJob.Name}.srt", "manifest.csv"],
            zip.Entries.Select(entry => entry.FullName));
        using var manifest = new StreamReader(await zip.GetEntry("manifest.csv")!.OpenAsync());
        Assert.Contains("no-such-job,,failed,0,There is no such job any more.", await manifest.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_jobs_are_one_archive()
    {
        using var client = await job.Console.OpenAsync();
        string[] names = [.. Enumerable.Range(0, 499).Select(n => $"gone-{n}"), CompletedJob.Name];
        using var response = await client.GetAsync(await OrderAsync(client, new { jobs = names, formats = new[] { "txt" } }));
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var manifest = new StreamReader(await zip.GetEntry("manifest.csv")!.OpenAsync());

        Assert.Equal(501, (await manifest.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Order_without_an_antiforgery_token_is_refused()
    {
        using var client = await job.Console.OpenAsync();
        client.Token = null;
        using var response = await client.SendAsync(HttpMethod.Post, "transcripts/archives", JsonContent.Create(new { jobs = new[] { CompletedJob.Name }, formats = new[] { "txt" } }));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"formats":["txt"]}""", "jobs must be the names of 1 to 1000 jobs.")]
    [InlineData("""{"jobs":["a/b"],"formats":["txt"]}""", "jobs must be the names of 1 to 1000 jobs.")]
    [InlineData("""{"jobs":[null],"formats":["txt"]}""", "jobs must be the names of 1 to 1000 jobs.")]
    [InlineData("""{"jobs":["a"],"formats":["pdf"]}""", "formats must be some of json, txt, docx, srt, vtt, csv, html.")]
    [InlineData("""{"jobs":["a"],"formats":["txt"],"options":{"lines":"9"}}""", "lines: A subtitle has 1 to 4 lines.")]
    public async Task Wrong_order_is_named_with_its_rule(string body, string sentence)
    {
        using var client = await job.Console.OpenAsync();
        using var response = await client.SendAsync(HttpMethod.Post, "transcripts/archives", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(sentence, await response.DetailAsync());
    }

    [Fact]
    public async Task Archive_that_nobody_ordered_is_not_there()
    {
        using var client = await job.Console.OpenAsync();
        using var response = await client.GetAsync("transcripts/archives/guess");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<string> OrderAsync(ConsoleClient client, object order)
    {
        using var response = await client.SendAsync(HttpMethod.Post, "transcripts/archives", JsonContent.Create(order));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.JsonAsync()).GetProperty("address").GetString()!;
    }
}
