using System.Text.Json;
using TranscribeConsole.LocalAws.Jobs;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Tests.Transcribe;

namespace TranscribeConsole.LocalAws.Tests.Jobs;

public sealed class JobRunnerTests
{
    private const string Deferred =
        ""","JobExecutionSettings":{"AllowDeferredExecution":true,"DataAccessRoleArn":"arn:aws:iam::000000000000:role/transcribe"}""";

    [Fact]
    public async Task Job_completes_with_its_output_written_and_detected_values_shown()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.RunJobsAsync();
        await transcribe.StartAsync("call-1", ""","OutputBucketName":"media","OutputKey":"out","Subtitles":{"Formats":["vtt","srt"],"OutputStartIndex":1}""");

        await transcribe.FinishedAsync("call-1");

        var job = await transcribe.GetAsync("call-1");
        Assert.Equal("COMPLETED", job.GetProperty("TranscriptionJobStatus").GetString());
        Assert.Equal("wav", job.GetProperty("MediaFormat").GetString());
        Assert.Equal(16000, job.GetProperty("MediaSampleRateHertz").GetInt32());
        Assert.Equal("http://127.0.0.1:4566/media/out/call-1.json", job.GetProperty("Transcript").GetProperty("TranscriptFileUri").GetString());
        Assert.Equal(
            """{"Formats":["vtt","srt"],"SubtitleFileUris":["http://127.0.0.1:4566/media/out/call-1.vtt","http://127.0.0.1:4566/media/out/call-1.srt"],"OutputStartIndex":1}""",
            job.GetProperty("Subtitles").GetRawText());
        var transcript = JsonDocument.Parse((await transcribe.ReadAsync("media", "out/call-1.json"))!).RootElement;
        Assert.Equal("call-1", transcript.GetProperty("jobName").GetString());
        Assert.StartsWith("WEBVTT", await transcribe.ReadAsync("media", "out/call-1.vtt"), StringComparison.Ordinal);
        Assert.StartsWith("1\n00:00:00,100", await transcribe.ReadAsync("media", "out/call-1.srt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_gets_the_media_under_a_path_of_its_own_and_the_options_of_the_job()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        string? content = null;
        transcribe.Transcriber.Script("call-1", async (media, cancellationToken) =>
        {
            content = await File.ReadAllTextAsync(media.Path, cancellationToken);
            return ScriptedTranscriber.Saying("call-1", "hello");
        });
        await transcribe.StartAsync("call-1", ""","MediaFormat":"wav","MediaSampleRateHertz":8000,"Settings":{"ChannelIdentification":true}""");
        await transcribe.RunJobsAsync();

        await transcribe.FinishedAsync("call-1");

        var call = Assert.Single(transcribe.Transcriber.Calls);
        Assert.Equal("RIFF", content);
        Assert.Equal(("call-1", "000000000000", "en-US", "wav", 8000, true),
            (call.JobName, call.AccountId, call.Language.Code!, call.MediaFormat, call.MediaSampleRateHertz!.Value, call.ChannelIdentification));
        Assert.False(File.Exists(call.Path));
    }

    [Fact]
    public async Task Job_that_the_engine_of_today_cannot_do_fails_with_the_sentence_of_Start()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.StartAsync("call-1");
        await transcribe.Get<LocalDatabase>().WriteAsync(
            connection => connection.Run("UPDATE jobs SET request = replace(request, 'en-US', 'de-DE')"), CancellationToken.None);
        await transcribe.RunJobsAsync();

        Assert.Equal("The local backend transcribes en-US only, not de-DE.", (await transcribe.FinishedAsync("call-1")).FailureReason);
        Assert.Empty(transcribe.Transcriber.Calls);
    }

    [Fact]
    public async Task Media_failure_is_the_reason_and_leaves_the_runner_running()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        transcribe.Transcriber.Script("bad", (_, _) => throw new MediaFailureException("Unsupported media format"));
        transcribe.Transcriber.Script("worse", (_, _) => throw new InvalidOperationException("surprise"));
        await transcribe.RunJobsAsync();
        foreach (var name in (string[])["bad", "worse", "good"]) await transcribe.StartAsync(name);

        var bad = await transcribe.FinishedAsync("bad");
        var worse = await transcribe.FinishedAsync("worse");
        var good = await transcribe.FinishedAsync("good");

        Assert.Equal(("FAILED", "Unsupported media format"), (bad.Status, bad.FailureReason));
        Assert.NotNull(bad.CompletionTime);
        Assert.Equal("Internal Failure. Please try your request again.", worse.FailureReason);
        Assert.Equal("COMPLETED", good.Status);
    }

    [Fact]
    public async Task Media_deleted_before_the_job_ran_fails_it()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.StartAsync("call-1");
        await transcribe.Objects.DeleteAsync("media", "call.wav", CancellationToken.None);
        await transcribe.RunJobsAsync();

        Assert.Equal(
            "The S3 URI that you provided can't be accessed. Make sure that you have read permission and try your request again.",
            (await transcribe.FinishedAsync("call-1")).FailureReason);
    }

    [Theory]
    [InlineData(2_147_483_648, "COMPLETED", null)]
    [InlineData(2_147_483_649, "FAILED", "Invalid file size: file size too large")]
    public async Task Media_may_have_two_gibibytes_and_not_a_byte_more(long size, string status, string? reason)
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.Get<LocalDatabase>().WriteAsync(
            connection => connection.Run("UPDATE objects SET size = $size", ("$size", size)), CancellationToken.None);
        await transcribe.StartAsync("call-1");
        await transcribe.RunJobsAsync();

        var job = await transcribe.FinishedAsync("call-1");

        Assert.Equal((status, reason), (job.Status, job.FailureReason));
    }

    [Fact]
    public async Task Output_bucket_deleted_meanwhile_fails_the_job()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        var buckets = transcribe.Get<BucketStore>();
        await buckets.CreateAsync("texts", CancellationToken.None);
        await transcribe.StartAsync("call-1", ""","OutputBucketName":"texts","Subtitles":{"Formats":["srt"]}""");
        await buckets.DeleteAsync("texts", CancellationToken.None);
        await transcribe.RunJobsAsync();

        Assert.Equal(
            "The output bucket texts doesn't exist any more. Create it, or choose another, and start the job again.",
            (await transcribe.FinishedAsync("call-1")).FailureReason);
    }

    [Fact]
    public async Task Deleting_a_running_job_stops_it_and_its_output_never_appears()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        var begun = transcribe.Transcriber.HangAsync("call-1");
        await transcribe.RunJobsAsync();
        await transcribe.StartAsync("call-1", ""","OutputBucketName":"media" """);
        await begun;

        await transcribe.CallAsync("DeleteTranscriptionJob", """{"TranscriptionJobName":"call-1"}""");

        Assert.Null(transcribe.Jobs.Find("call-1"));
        transcribe.Transcriber.Script("call-1", (_, _) => Task.FromResult(ScriptedTranscriber.Saying("call-1", "second")));
        await transcribe.StartAsync("call-1", ""","OutputBucketName":"media","OutputKey":"other/" """);
        await transcribe.FinishedAsync("call-1");
        Assert.Null(await transcribe.ReadAsync("media", "call-1.json"));
        Assert.Contains("second", await transcribe.ReadAsync("media", "other/call-1.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_whose_record_vanished_leaves_no_output()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        var gate = transcribe.Transcriber.Gate("call-1");
        await transcribe.RunJobsAsync();
        await transcribe.StartAsync("call-1", ""","OutputBucketName":"media","Subtitles":{"Formats":["srt"]}""");
        await transcribe.Get<LocalDatabase>().WriteAsync(connection => connection.Run("DELETE FROM jobs"), CancellationToken.None);
        gate.SetResult();

        await transcribe.RestartAsync(); // waits for the run's end

        Assert.Null(await transcribe.ReadAsync("media", "call-1.json"));
        Assert.Null(await transcribe.ReadAsync("media", "call-1.srt"));
    }

    [Fact]
    public async Task Job_that_does_not_complete_leaves_the_objects_it_would_have_replaced()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.PutAsync("media", "call-1.json", "older text");
        await transcribe.PutAsync("media", "call-1.srt", "older subtitles");
        var gate = transcribe.Transcriber.Gate("call-1");
        await transcribe.RunJobsAsync();
        await transcribe.StartAsync("call-1", ""","OutputBucketName":"media","Subtitles":{"Formats":["srt"]}""");
        await transcribe.Get<LocalDatabase>().WriteAsync(connection => connection.Run("DELETE FROM jobs"), CancellationToken.None);
        gate.SetResult();

        await transcribe.RestartAsync(); // waits for the run's end

        Assert.Equal("older text", await transcribe.ReadAsync("media", "call-1.json"));
        Assert.Equal("older subtitles", await transcribe.ReadAsync("media", "call-1.srt"));
    }

    [Fact]
    public async Task Full_disk_fails_the_job_with_a_sentence_and_keeps_the_object_it_would_have_replaced()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.PutAsync("media", "call-1.json", "older text");
        await transcribe.RunJobsAsync();
        transcribe.DiskIsFull = true;
        await transcribe.StartAsync("call-1", ""","OutputBucketName":"media" """);

        var job = await transcribe.FinishedAsync("call-1");

        Assert.Equal(("FAILED", "The server's disk is full. Free some space on it and start the job again."), (job.Status, job.FailureReason));
        Assert.Equal("older text", await transcribe.ReadAsync("media", "call-1.json"));
    }

    [Fact]
    public async Task Job_whose_outcome_cannot_be_stored_runs_again_until_it_can()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        var database = transcribe.Get<LocalDatabase>();
        await database.WriteAsync(
            connection => connection.Run("CREATE TRIGGER broken BEFORE UPDATE ON jobs BEGIN SELECT RAISE(ABORT, 'broken'); END"), CancellationToken.None);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        transcribe.Transcriber.Script("call-1", async (_, _) =>
        {
            if (transcribe.Transcriber.Calls.Count > 1) await gate.Task; // the second run; the first has failed entirely by then
            return ScriptedTranscriber.Saying("call-1", "hello");
        });
        await transcribe.RunJobsAsync();
        await transcribe.StartAsync("call-1");
        await EventuallyAsync(() =>
        {
            transcribe.Time.Advance(TimeSpan.FromSeconds(1));
            return transcribe.Transcriber.Calls.Count == 2;
        });

        await database.WriteAsync(connection => connection.Run("DROP TRIGGER broken"), CancellationToken.None);
        gate.SetResult();

        Assert.Equal(JobStatus.Completed, (await transcribe.FinishedAsync("call-1")).Status);
    }

    [Fact]
    public async Task Job_whose_starter_left_before_the_answer_runs_all_the_same()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.RunJobsAsync();
        await transcribe.StartAsync("earlier"); // from here on the runner sleeps until it is woken
        await transcribe.FinishedAsync("earlier");
        using var release = new ManualResetEventSlim();
        var blocking = transcribe.Get<LocalDatabase>().WriteAsync(_ => release.Wait(), CancellationToken.None);
        using var caller = new CancellationTokenSource();

        var start = transcribe.CallAsync("StartTranscriptionJob", TranscribeFixture.StartBody("call-1"), caller.Token);
        await caller.CancelAsync();
        release.Set();
        await blocking;
        await Record.ExceptionAsync(() => start);

        Assert.Equal(JobStatus.Completed, (await transcribe.FinishedAsync("call-1")).Status);
    }

    [Fact]
    public async Task After_a_restart_waiting_and_half_done_jobs_run_and_finished_ones_do_not()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync(maxConcurrentJobs: 2);
        var begun = transcribe.Transcriber.HangAsync("half-done");
        await transcribe.RunJobsAsync();
        await transcribe.StartAsync("done");
        await transcribe.FinishedAsync("done");
        await transcribe.StartAsync("half-done");
        await begun;
        var hanging = transcribe.Transcriber.HangAsync("hanging");
        await transcribe.StartAsync("hanging", Deferred);
        await hanging;
        await transcribe.StartAsync("queued", Deferred);
        Assert.Equal(JobStatus.Queued, transcribe.Jobs.Find("queued")!.Status);

        await transcribe.RestartAsync();
        Assert.Equal(JobStatus.InProgress, transcribe.Jobs.Find("half-done")!.Status);
        foreach (var name in (string[])["half-done", "hanging"])
            transcribe.Transcriber.Script(name, (_, _) => Task.FromResult(ScriptedTranscriber.Saying(name, "again")));
        await transcribe.RunJobsAsync();

        foreach (var name in (string[])["half-done", "hanging", "queued"]) Assert.Equal("COMPLETED", (await transcribe.FinishedAsync(name)).Status);
        Assert.Equal(["done", "half-done", "half-done", "hanging", "hanging", "queued"], transcribe.Transcriber.Calls.Select(call => call.JobName).Order());
    }

    [Fact]
    public async Task Queued_job_runs_when_a_slot_is_free()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync(maxConcurrentJobs: 1);
        var gate = transcribe.Transcriber.Gate("first");
        await transcribe.RunJobsAsync();
        await transcribe.StartAsync("first");
        await transcribe.StartAsync("second", Deferred);
        Assert.Equal(JobStatus.Queued, transcribe.Jobs.Find("second")!.Status);

        gate.SetResult();

        Assert.Equal("COMPLETED", (await transcribe.FinishedAsync("second")).Status);
    }

    [Fact]
    public async Task More_jobs_than_run_at_once_all_complete_and_never_more_are_active()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        var (active, most) = (0, 0);
        var count = JobRunner.MaxActive * 3;
        for (var i = 0; i < count; i++)
        {
            var name = $"job-{i}";
            transcribe.Transcriber.Script(name, async (_, _) =>
            {
                var now = Interlocked.Increment(ref active);
                InterlockedMax(ref most, now);
                await Task.Yield();
                Interlocked.Decrement(ref active);
                return ScriptedTranscriber.Saying(name, "hello");
            });
            await transcribe.StartAsync(name);
        }

        await transcribe.RunJobsAsync();

        for (var i = 0; i < count; i++) Assert.Equal("COMPLETED", (await transcribe.FinishedAsync($"job-{i}")).Status);
        Assert.InRange(most, 1, JobRunner.MaxActive);
        Assert.Equal(count, transcribe.Transcriber.Calls.Count);
    }

    [Fact]
    public async Task Deleting_a_finished_job_takes_service_output_along_and_leaves_the_customers()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.RunJobsAsync();
        await transcribe.StartAsync("service", ""","Subtitles":{"Formats":["srt"]}""");
        await transcribe.StartAsync("customer", ""","OutputBucketName":"media" """);
        var service = await transcribe.FinishedAsync("service");
        await transcribe.FinishedAsync("customer");
        Assert.Matches("^000000000000/service/[0-9a-f-]{36}/asrOutput[.]json$", service.Output.TranscriptKey);
        Assert.NotNull(await transcribe.ReadAsync(service.Output.Bucket, service.Output.TranscriptKey));
        Assert.NotNull(await transcribe.ReadAsync(service.Output.Bucket, service.Output.TranscriptKey.Replace(".json", ".srt", StringComparison.Ordinal)));

        foreach (var name in (string[])["service", "customer"])
            await transcribe.CallAsync("DeleteTranscriptionJob", $$"""{"TranscriptionJobName":"{{name}}"}""");

        Assert.Null(await transcribe.ReadAsync(service.Output.Bucket, service.Output.TranscriptKey));
        Assert.Null(await transcribe.ReadAsync(service.Output.Bucket, service.Output.TranscriptKey.Replace(".json", ".srt", StringComparison.Ordinal)));
        Assert.NotNull(await transcribe.ReadAsync("media", "customer.json"));
    }

    [Fact]
    public async Task Jobs_of_91_days_are_swept_at_start_with_their_service_output()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.RunJobsAsync();
        await transcribe.StartAsync("old");
        var old = await transcribe.FinishedAsync("old");
        transcribe.Time.Advance(TimeSpan.FromMinutes(30));
        await transcribe.RestartAsync();
        transcribe.Time.Advance(TimeSpan.FromDays(91));
        Assert.NotNull(transcribe.Jobs.FindExpired("old"));

        await transcribe.RunJobsAsync();

        await EventuallyAsync(() => transcribe.Jobs.FindExpired("old") is null);
        Assert.Null(await transcribe.ReadAsync(old.Output.Bucket, old.Output.TranscriptKey));
    }

    [Fact]
    public async Task Jobs_are_swept_by_the_hour_too()
    {
        await using var transcribe = await TranscribeFixture.CreateAsync();
        await transcribe.StartAsync("old");
        transcribe.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromMinutes(90));
        await transcribe.RunJobsAsync();
        await transcribe.FinishedAsync("old");

        await EventuallyAsync(() =>
        {
            transcribe.Time.Advance(TimeSpan.FromHours(1));
            return transcribe.Jobs.Find("old") is null && transcribe.Jobs.FindExpired("old") is null;
        });
    }

    private static async Task EventuallyAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds()) await Task.Delay(10, limit.Token);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen;)
        {
            var before = Interlocked.CompareExchange(ref most, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
