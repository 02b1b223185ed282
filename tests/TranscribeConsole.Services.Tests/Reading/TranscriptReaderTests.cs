using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Services.Tests.Backend;

namespace TranscribeConsole.Services.Tests.Reading;

[Collection(OnLocalBackend.Name)]
public sealed class TranscriptReaderTests(LocalBackend backend)
{
    private readonly TranscriptReader _reader = backend.Services.GetRequiredService<TranscriptReader>();

    [Fact]
    public async Task Service_managed_output_is_read_from_its_signed_address()
    {
        var form = LocalBackend.Form("speech.wav");
        form.SubtitleSrt = true;
        var job = await backend.RunAsync(form);

        var transcript = await _reader.ReadAsync(form.Name, default);

        Assert.Equal((JobStatus.Completed, true, null), (job.Status, job.HasTranscript, job.OutputObject));
        Assert.Contains("weather", transcript!.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Same(transcript, await _reader.ReadAsync(form.Name, default)); // kept, not fetched again
        Assert.StartsWith("0\n", await TextAsync(form.Name, ResultKind.SubtitlesSrt), StringComparison.Ordinal);
        Assert.Null(await _reader.OpenAsync(form.Name, ResultKind.SubtitlesVtt, default));
    }

    [Fact]
    public async Task Name_used_again_after_a_deletion_gives_the_new_jobs_transcript()
    {
        var form = LocalBackend.Form("speech.wav");
        await backend.RunAsync(form);
        Assert.NotEmpty((await _reader.ReadAsync(form.Name, default))!.Text);
        await backend.Jobs.DeleteAsync(form.Name, default);
        Assert.Null(await _reader.ReadAsync(form.Name, default));

        form.MediaUri = "s3://media/silence.wav";
        await backend.RunAsync(form);

        Assert.Empty((await _reader.ReadAsync(form.Name, default))!.Text);
    }

    [Fact]
    public async Task Output_in_an_own_bucket_is_read_as_the_object_that_it_is_now()
    {
        var form = await OwnBucketAsync();
        Assert.Empty((await _reader.ReadAsync(form.Name, default))!.Text);
        Assert.Contains(form.Name, await TextAsync(form.Name, ResultKind.Transcript), StringComparison.Ordinal);

        await backend.S3.PutObjectAsync(new() { BucketName = "media", Key = $"texts/{form.Name}.json", ContentBody = "Dear diary" });
        await Assert.ThrowsAsync<TranscriptUnreadableException>(() => _reader.ReadAsync(form.Name, default));

        await backend.S3.DeleteObjectAsync("media", $"texts/{form.Name}.json");
        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => _reader.ReadAsync(form.Name, default));
        Assert.Equal(AwsFailureKind.NotFound, failure.Kind);
    }

    [Fact]
    public async Task Job_that_does_not_exist_or_has_no_transcript_is_null()
    {
        await backend.S3.PutObjectAsync(new() { BucketName = "media", Key = "empty.wav", ContentBody = "" });
        var failed = await backend.RunAsync(LocalBackend.Form("empty.wav"));

        Assert.Null(await _reader.ReadAsync("nobody", default));
        Assert.Null(await _reader.ReadAsync(failed.Name, default));
        Assert.Null(await _reader.OpenAsync(failed.Name, ResultKind.Transcript, default));
    }

    [Fact]
    public async Task Signed_address_elsewhere_is_not_fetched()
    {
        var asked = 0;
        await using var elsewhere = await ResultServer.StartAsync(_ => { asked++; return Task.CompletedTask; });
        var files = backend.Services.GetRequiredService<ResultFiles>();

        var failure = await Assert.ThrowsAsync<AwsFailureException>(
            () => files.OpenAsync($"{elsewhere.Address}bucket/key?X-Amz-Signature=0", default));

        Assert.Contains("It was not fetched.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task Redirect_is_refused_and_not_followed()
    {
        var paths = new List<string>();
        await using var server = await ResultServer.StartAsync(context =>
        {
            paths.Add(context.Request.Path);
            context.Response.Redirect("/latest/meta-data");
            return Task.CompletedTask;
        });
        var files = backend.Compose(change: connection => connection with { S3ServiceUrl = server.Address }).GetRequiredService<ResultFiles>();

        await Assert.ThrowsAsync<AwsFailureException>(() => files.OpenAsync($"{server.Address}bucket/key?X-Amz-Signature=0", default));

        Assert.Equal(["/bucket/key"], paths);
    }

    [Fact]
    public async Task Transcript_is_fetched_once_for_all_who_ask_meanwhile_and_outlives_the_first()
    {
        var form = await OwnBucketAsync();
        var fetches = 0;
        var (asked, released) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        await using var server = await ResultServer.StartAsync(async context =>
        {
            context.Response.Headers.ETag = "\"0123456789abcdef0123456789abcdef\"";
            if (HttpMethods.IsHead(context.Request.Method)) return;
            Interlocked.Increment(ref fetches);
            asked.TrySetResult();
            await released.Task;
            await context.Response.WriteAsync(Json(form, "Once."));
        });
        var services = backend.Compose(new FakeTimeProvider(), connection => connection with { S3ServiceUrl = server.Address });
        var reader = services.GetRequiredService<TranscriptReader>();

        services.GetRequiredService<TranscriptFiles>().ReadAhead(form.Name, redacted: false);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        using var gone = new CancellationTokenSource();
        var first = reader.ReadAsync(form.Name, gone.Token);
        var second = reader.ReadAsync(form.Name, default);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(TimeSpan.FromSeconds(30)));
        released.SetResult();

        Assert.Equal("Once.", (await second.WaitAsync(TimeSpan.FromSeconds(30)))!.Text);
        Assert.Equal(1, fetches);
    }

    [Fact]
    public async Task Sender_that_stalls_is_given_up_after_five_minutes()
    {
        var form = await OwnBucketAsync();
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ResultServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            stalled.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var clock = new FakeTimeProvider();
        var reader = backend.Compose(clock, connection => connection with { S3ServiceUrl = server.Address }).GetRequiredService<TranscriptReader>();

        var reading = reader.ReadAsync(form.Name, default);
        await stalled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromMinutes(5));

        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(AwsFailureKind.Unavailable, failure.Kind);
    }

    [Theory]
    [InlineData("{\"jobName\":\"", "a", "more than")] // one string without an end
    [InlineData("{\"results\":{\"items\":[", " ", "larger")] // nothing, for ever
    [InlineData("{\"unknown\":[", "[", "nested")]
    public async Task Endless_file_is_refused_in_words_long_before_its_end(string beginning, string filling, string reason)
    {
        const long size = 500L << 20;
        const long mostSent = 160L << 20; // the largest transcript that is read, and what is on its way
        var form = await OwnBucketAsync();
        await using var server = new EndlessServer(beginning, filling, size);
        var reader = backend.Compose(change: connection => connection with { S3ServiceUrl = server.Address }).GetRequiredService<TranscriptReader>();

        var refusal = await Assert.ThrowsAsync<TranscriptUnreadableException>(() => reader.ReadAsync(form.Name, default));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.InRange(server.Sent, 0, mostSent);
    }

    [Fact]
    public async Task ETag_that_the_SDK_can_not_read_is_told_in_words()
    {
        var form = await OwnBucketAsync();
        await using var server = await ResultServer.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"version one\"";
            return context.Response.WriteAsync("{}");
        });
        var reader = backend.Compose(change: connection => connection with { S3ServiceUrl = server.Address }).GetRequiredService<TranscriptReader>();

        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => reader.ReadAsync(form.Name, default));

        Assert.Equal(AwsFailureKind.BadRequest, failure.Kind);
        Assert.Contains("ETag", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transcript_that_did_not_arrive_as_it_is_stored_is_to_be_asked_for_again()
    {
        var form = await OwnBucketAsync();
        var sent = Json(form, "Altered.");
        await using var server = await ResultServer.StartAsync(async context =>
        {
            context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(Json(form, "Stored."))))}\"";
            context.Response.ContentLength = sent.Length;
            if (HttpMethods.IsGet(context.Request.Method)) await context.Response.WriteAsync(sent);
        });
        var reader = backend.Compose(change: connection => connection with { S3ServiceUrl = server.Address }).GetRequiredService<TranscriptReader>();

        Assert.Equal(AwsFailureKind.Unavailable, (await Assert.ThrowsAsync<AwsFailureException>(() => reader.ReadAsync(form.Name, default))).Kind);
        Assert.Equal(
            AwsFailureKind.Unavailable,
            (await Assert.ThrowsAsync<AwsFailureException>(() => reader.ReadStartAsync(form.Name, ResultKind.Transcript, 100, default))).Kind);

        sent = Json(form, "Stored.");
        Assert.Equal("Stored.", (await reader.ReadAsync(form.Name, default))!.Text); // nothing of the other was kept
    }

    private static string Json(JobForm form, string text) =>
        $$$"""{"jobName":"{{{form.Name}}}","accountId":"000000000000","status":"COMPLETED","results":{"transcripts":[{"transcript":"{{{text}}}"}],"items":[]}}""";

    private async Task<JobForm> OwnBucketAsync()
    {
        var form = LocalBackend.Form();
        (form.Output, form.OutputUri) = (OutputLocation.CustomerBucket, "s3://media/texts/");
        var job = await backend.RunAsync(form);
        Assert.Equal($"s3://media/texts/{form.Name}.json", job.OutputObject!.ToString());
        return form;
    }

    private async Task<string> TextAsync(string jobName, ResultKind kind)
    {
        await using var file = (await _reader.OpenAsync(jobName, kind, default))!;
        using var reader = new StreamReader(file.Content);
        return await reader.ReadToEndAsync();
    }
}
