using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Tests.Jobs;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

public sealed class TranscribeServerTests
{
    [Fact]
    public async Task Job_goes_from_Start_to_a_transcript_behind_a_presigned_address_until_it_is_deleted()
    {
        await using var server = await TranscribeServer.StartAsync();
        using var http = new HttpClient();
        var request = TranscribeServer.Request("call-1");
        request.Subtitles = new Subtitles { Formats = ["srt"] };

        var started = await server.Transcribe.StartTranscriptionJobAsync(request);
        var job = await server.FinishedAsync("call-1");

        Assert.Equal(HttpStatusCode.OK, started.HttpStatusCode);
        Assert.NotEmpty(started.ResponseMetadata!.RequestId);
        Assert.Equal(TranscriptionJobStatus.IN_PROGRESS, started.TranscriptionJob!.TranscriptionJobStatus);
        Assert.Equal(TranscriptionJobStatus.COMPLETED, job.TranscriptionJobStatus);
        Assert.Contains("X-Amz-Expires=899", job.Transcript!.TranscriptFileUri, StringComparison.Ordinal);
        using var transcript = JsonDocument.Parse(await http.GetStringAsync(job.Transcript!.TranscriptFileUri));
        Assert.Equal("call-1", transcript.RootElement.GetProperty("jobName").GetString());
        Assert.StartsWith("0\n", await http.GetStringAsync(Assert.Single(job.Subtitles!.SubtitleFileUris!)), StringComparison.Ordinal);

        await server.Transcribe.DeleteTranscriptionJobAsync(new DeleteTranscriptionJobRequest { TranscriptionJobName = "call-1" });

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(job.Transcript!.TranscriptFileUri)).StatusCode);
    }

    [Fact]
    public async Task Output_in_an_own_bucket_has_a_plain_address_and_is_read_with_the_users_rights()
    {
        await using var server = await TranscribeServer.StartAsync();
        using var http = new HttpClient();
        await server.S3.PutBucketAsync("texts");
        var request = TranscribeServer.Request("call-1");
        (request.OutputBucketName, request.OutputKey) = ("texts", "out/");

        await server.Transcribe.StartTranscriptionJobAsync(request);
        var job = await server.FinishedAsync("call-1");

        Assert.Equal($"{server.BaseAddress}texts/out/call-1.json", job.Transcript!.TranscriptFileUri);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(job.Transcript!.TranscriptFileUri)).StatusCode);
        using var output = await server.S3.GetObjectAsync("texts", "out/call-1.json");
        Assert.Equal("application/json", output.Headers.ContentType);
    }

    [Fact]
    public async Task Failed_job_shows_its_reason_in_Get_and_List()
    {
        await using var server = await TranscribeServer.StartAsync();
        server.Transcriber.Script("call-1", (_, _) => throw new MediaFailureException("Unsupported media format"));

        await server.Transcribe.StartTranscriptionJobAsync(TranscribeServer.Request("call-1"));
        var job = await server.FinishedAsync("call-1");
        var page = await server.Transcribe.ListTranscriptionJobsAsync(new ListTranscriptionJobsRequest { Status = TranscriptionJobStatus.FAILED });

        Assert.Equal("Unsupported media format", job.FailureReason);
        Assert.Null(job.Transcript!.TranscriptFileUri);
        Assert.Equal("Unsupported media format", Assert.Single(page.TranscriptionJobSummaries!).FailureReason);
    }

    [Fact]
    public async Task Deleting_a_running_job_stops_it()
    {
        await using var server = await TranscribeServer.StartAsync();
        var begun = server.Transcriber.HangAsync("call-1");
        await server.Transcribe.StartTranscriptionJobAsync(TranscribeServer.Request("call-1"));
        await begun;

        await server.Transcribe.DeleteTranscriptionJobAsync(new DeleteTranscriptionJobRequest { TranscriptionJobName = "call-1" });

        await Assert.ThrowsAsync<BadRequestException>(() => server.GetAsync("call-1"));
    }

    [Fact]
    public async Task Second_backend_on_the_same_directory_finishes_what_the_first_began()
    {
        await using var server = await TranscribeServer.StartAsync(maxConcurrentJobs: 1);
        var begun = server.Transcriber.HangAsync("running");
        await server.Transcribe.StartTranscriptionJobAsync(TranscribeServer.Request("running"));
        await begun;
        var deferred = TranscribeServer.Request("queued");
        deferred.JobExecutionSettings = new() { AllowDeferredExecution = true, DataAccessRoleArn = "arn:aws:iam::000000000000:role/transcribe" };
        var queued = await server.Transcribe.StartTranscriptionJobAsync(deferred);
        Assert.Equal(TranscriptionJobStatus.QUEUED, queued.TranscriptionJob!.TranscriptionJobStatus);

        server.Transcriber.Script("running", (_, _) => Task.FromResult(ScriptedTranscriber.Saying("running", "again")));
        await server.RestartAsync();

        Assert.Equal(TranscriptionJobStatus.COMPLETED, (await server.FinishedAsync("running")).TranscriptionJobStatus);
        var job = await server.FinishedAsync("queued");
        Assert.Equal(TranscriptionJobStatus.COMPLETED, job.TranscriptionJobStatus);
        using var http = new HttpClient();
        Assert.Contains("hello", await http.GetStringAsync(job.Transcript!.TranscriptFileUri), StringComparison.Ordinal); // at the new port
    }

    [Fact]
    public async Task Refusals_become_the_exceptions_of_the_client()
    {
        await using var server = await TranscribeServer.StartAsync(maxConcurrentJobs: 1);
        _ = server.Transcriber.HangAsync("call-1");
        await server.Transcribe.StartTranscriptionJobAsync(TranscribeServer.Request("call-1"));

        await Assert.ThrowsAsync<ConflictException>(() => server.Transcribe.StartTranscriptionJobAsync(TranscribeServer.Request("call-1")));
        await Assert.ThrowsAsync<LimitExceededException>(() => server.Transcribe.StartTranscriptionJobAsync(TranscribeServer.Request("call-2")));
        await Assert.ThrowsAsync<BadRequestException>(() => server.Transcribe.StartTranscriptionJobAsync(TranscribeServer.Request("call 3")));
        await Assert.ThrowsAsync<NotFoundException>(() => server.Transcribe.ListTagsForResourceAsync(
            new() { ResourceArn = "arn:aws:transcribe:us-east-1:000000000000:transcription-job/nobody" }));
    }

    [Fact]
    public async Task Unsigned_request_is_refused_in_the_protocols_form()
    {
        await using var server = await TranscribeServer.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.BaseAddress);
        request.Headers.Add("X-Amz-Target", "Transcribe.ListTranscriptionJobs");
        request.Content = new StringContent("{}", Encoding.UTF8, "application/x-amz-json-1.1");

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType!.ToString());
        Assert.True(Guid.TryParse(Assert.Single(response.Headers.GetValues("x-amzn-RequestId")), out _));
        Assert.Equal("MissingAuthenticationTokenException",
            JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("__type").GetString());
    }
}
