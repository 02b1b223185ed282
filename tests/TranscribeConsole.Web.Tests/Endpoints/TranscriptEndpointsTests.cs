using System.Net;
using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Endpoints;

/// <summary>Downloads of one real job: a second of digital silence, which the recogniser turns into an empty transcript.</summary>
public sealed class TranscriptEndpointsTests(CompletedJob job) : IClassFixture<CompletedJob>
{
    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("txt", "text/plain")]
    [InlineData("srt", "application/x-subrip")]
    [InlineData("vtt", "text/vtt")]
    [InlineData("csv", "text/csv")]
    [InlineData("html", "text/html")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task Download_leaves_as_an_attachment_that_no_browser_runs(string format, string mediaType)
    {
        using var client = await job.Console.OpenAsync();
        using var response = await client.GetAsync($"jobs/{CompletedJob.Name}/transcript.{format}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal($"{CompletedJob.Name}.{format}", response.Content.Headers.ContentDisposition?.FileNameStar ?? response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(["sandbox; frame-ancestors 'none'"], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Json_is_the_file_of_the_service()
    {
        using var client = await job.Console.OpenAsync();
        using var response = await client.GetAsync($"jobs/{CompletedJob.Name}/transcript.json");
        var document = await response.JsonAsync();

        Assert.Equal(CompletedJob.Name, document.GetProperty("jobName").GetString());
        Assert.Equal("COMPLETED", document.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Subtitles_that_the_job_did_not_make_are_written_from_the_transcript()
    {
        using var client = await job.Console.OpenAsync();
        using var response = await client.GetAsync($"jobs/{CompletedJob.Name}/transcript.vtt");

        Assert.StartsWith("WEBVTT", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_answers_with_the_headers_alone()
    {
        using var client = await job.Console.OpenAsync();
        using var response = await client.SendRawAsync(new HttpRequestMessage(HttpMethod.Head, $"jobs/{CompletedJob.Name}/transcript.json"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("jobs/no-such-job/transcript.json", HttpStatusCode.NotFound, "There is no transcription job named no-such-job.")]
    [InlineData($"jobs/{CompletedJob.Name}/redacted-transcript.json", HttpStatusCode.NotFound, $"The job {CompletedJob.Name} has no such transcript: its status is Complete.")]
    [InlineData($"jobs/{CompletedJob.Name}/transcript.pdf", HttpStatusCode.BadRequest, "'pdf' is not one of json, txt, docx, srt, vtt, csv, html.")]
    [InlineData($"jobs/{CompletedJob.Name}/transcript.json?timestamps=turn", HttpStatusCode.BadRequest, "transcript.json is the file as the service wrote it and takes no parameter but redacted.")]
    [InlineData($"jobs/{CompletedJob.Name}/transcript.srt?line-length=500", HttpStatusCode.BadRequest, "line-length: A subtitle line has 10 to 200 characters.")]
    [InlineData($"jobs/{CompletedJob.Name}/transcript.txt?redacted=true", HttpStatusCode.NotFound, $"The job {CompletedJob.Name} has no such transcript: its status is Complete.")]
    public async Task What_does_not_exist_is_a_problem_with_a_sentence(string path, HttpStatusCode status, string sentence)
    {
        using var client = await job.Console.OpenAsync();
        using var response = await client.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(sentence, await response.DetailAsync());
    }
}

/// <summary>A console with one completed job.</summary>
public sealed class CompletedJob : IAsyncLifetime
{
    public const string Name = "silence-1";
    private const string Bucket = "downloads";

    public RunningConsole Console { get; } = new();

    public async Task InitializeAsync()
    {
        await Console.InitializeAsync();
        await Console.S3.PutBucketAsync(Bucket);
        await Console.S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "silence.wav", InputStream = Samples.SilentWav() });
        var jobs = Console.Services.GetRequiredService<TranscriptionJobs>();
        await jobs.StartAsync(new JobForm { Name = Name, MediaUri = $"s3://{Bucket}/silence.wav", SubtitleSrt = true }, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        JobDetails? details;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
            details = await jobs.FindAsync(Name, limit.Token);
        }
        while (!details!.Status.IsTerminal());
        Assert.True(details.Status == JobStatus.Completed, details.Row.FailureReason);
    }

    public Task DisposeAsync() => Console.DisposeAsync();
}
