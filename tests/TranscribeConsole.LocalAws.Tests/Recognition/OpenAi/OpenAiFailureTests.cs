using TranscribeConsole.LocalAws.Recognition;

namespace TranscribeConsole.LocalAws.Tests.Recognition.OpenAi;

/// <summary>A server that is down, slow, busy, broken or strict.</summary>
[Collection(RecognitionTests.Name)]
public sealed class OpenAiFailureTests : IAsyncLifetime
{
    private readonly MediaSamples _samples = new();
    private readonly HurriedTime _time = new();
    private SpeechServer _server = null!;

    public async Task InitializeAsync() => _server = await SpeechServer.StartAsync();

    [Fact]
    public async Task What_may_pass_is_tried_again_with_growing_waits_until_it_does()
    {
        _server.FailNext(SpeechServer.Status(503), SpeechServer.Rubbish, SpeechServer.CloseHalfWay, SpeechServer.Status(429));
        using var transcribing = new Transcribing(Patient(retries: 4), _time);
        var transcript = (await transcribing.TranscribeAsync(await _samples.SpeechAsync("sentence.wav"))).Transcript;

        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, transcript.Text), 0, 0.20);
        Assert.Equal(5, _server.Requests.Count);
        Assert.Equal([1.0, 2, 4, 8], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Server_that_asks_for_time_gets_it()
    {
        _server.FailNext(SpeechServer.Status(429, retryAfter: "17"), SpeechServer.Status(503, retryAfter: "99999"));
        using var transcribing = new Transcribing(Patient(), _time);
        await transcribing.TranscribeAsync(await _samples.SpeechAsync("sentence.wav"));

        Assert.Equal([17.0, 600], _time.Waits.Select(wait => wait.TotalSeconds)); // not for ever
    }

    [Theory]
    [InlineData("rubbish", "it answered with something that is not a transcription")]
    [InlineData("half", "it closed the connection before the answer was complete")]
    [InlineData("503", "it answered 503")]
    [InlineData("429", "it has too much to do (429)")]
    public async Task What_does_not_pass_fails_the_job_with_the_reason_after_the_last_try(string fault, string reason)
    {
        _server.Always = fault switch
        {
            "rubbish" => SpeechServer.Rubbish,
            "half" => SpeechServer.CloseHalfWay,
            var status => SpeechServer.Status(int.Parse(status, null)),
        };
        using var transcribing = new Transcribing(Patient(retries: 2), _time);

        Assert.Equal($"The recogniser at {Server} gave no transcription after 3 tries: {reason}.", await RefusalAsync(transcribing));
        Assert.Equal(3, _server.Requests.Count);
    }

    [Theory]
    [InlineData(401, "it refuses the key of LocalAws:OpenAi:ApiKey (401)")]
    [InlineData(403, "it refuses the key of LocalAws:OpenAi:ApiKey (403)")]
    [InlineData(404, "it knows neither the path of LocalAws:OpenAi:BaseUrl nor the model of LocalAws:OpenAi:Model (404)")]
    [InlineData(413, "a stretch of speech is too large for it (413); lower LocalAws:OpenAi:MaxUploadBytes")]
    [InlineData(400, "it refuses the request (400)")]
    [InlineData(302, "it refuses the request (302)")]
    public async Task What_cannot_pass_fails_the_job_at_once_and_names_the_setting(int status, string reason)
    {
        _server.Always = SpeechServer.Status(status);
        using var transcribing = new Transcribing(Patient(), _time);

        Assert.Equal($"The recogniser at {Server} gave no transcription: {reason}.", await RefusalAsync(transcribing));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Server_that_is_down_is_waited_for()
    {
        await _server.CloseAsync();
        using var transcribing = new Transcribing(Patient(retries: 2), _time);

        Assert.Equal($"The recogniser at {Server} gave no transcription after 3 tries: it refuses connections.", await RefusalAsync(transcribing));
        await _server.OpenAsync();
        Assert.NotEmpty((await transcribing.TranscribeAsync(await _samples.SpeechAsync("sentence.wav"))).Transcript.Text);
    }

    [Fact]
    public async Task Server_that_says_nothing_is_left_after_the_time_out()
    {
        _server.Always = SpeechServer.Silence;
        using var transcribing = new Transcribing(
            new OpenAiRecogniserOptions { BaseUrl = _server.BaseUrl, Model = "m", TimeoutSeconds = 7, Retries = 1 }, _time);

        Assert.Equal($"The recogniser at {Server} gave no transcription after 2 tries: it did not answer within 7 seconds.", await RefusalAsync(transcribing));
    }

    [Fact]
    public async Task Key_is_in_no_log_and_no_reason()
    {
        _server.FailNext(SpeechServer.Status(500), SpeechServer.Status(401));
        using var transcribing = new Transcribing(Patient(), _time);
        var reason = await RefusalAsync(transcribing);

        Assert.Contains("401", reason, StringComparison.Ordinal);
        Assert.Contains("Trying again", transcribing.Loggers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SpeechServer.Key, reason + transcribing.Loggers.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_job_leaves_the_server_and_its_slot()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.FailNext(async context =>
        {
            context.RequestAborted.Register(() => left.TrySetResult());
            reached.SetResult();
            await left.Task;
        });
        using var stop = new CancellationTokenSource();
        using var transcribing = new Transcribing(_server.Options(parallel: 1), TimeProvider.System);
        var path = await _samples.SpeechAsync("sentence.wav");
        var job = transcribing.TranscribeAsync(path, cancellationToken: stop.Token);
        await reached.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
        await left.Task; // the request was broken off, not waited for
        Assert.NotEmpty((await transcribing.TranscribeAsync(path)).Transcript.Text);
    }

    [Fact]
    public async Task Probe_says_whether_the_server_answers_and_why_not()
    {
        using var probe = new RecogniserProbe(new LocalAwsOptions { Recogniser = RecogniserKind.OpenAi, OpenAi = _server.Options() }, TimeProvider.System);
        var well = await probe.ProbeAsync(CancellationToken.None);
        _server.Always = SpeechServer.Status(404); // many servers have no list of models
        var listless = await probe.ProbeAsync(CancellationToken.None);
        _server.Always = SpeechServer.Status(401);
        var refused = await probe.ProbeAsync(CancellationToken.None);
        _server.Always = SpeechServer.Status(503);
        var broken = await probe.ProbeAsync(CancellationToken.None);
        await _server.CloseAsync();
        var down = await probe.ProbeAsync(CancellationToken.None);
        await _server.OpenAsync();

        Assert.True(well.IsReady, well.Problem);
        Assert.Equal($"whisper-test at {Server["http://".Length..]}", well.Engine);
        Assert.True(listless.IsReady, listless.Problem);
        Assert.Equal($"The recogniser at {Server} can't be used: it refuses the key of LocalAws:OpenAi:ApiKey (401).", refused.Problem);
        Assert.Equal($"The recogniser at {Server} can't be used: it answered 503.", broken.Problem);
        Assert.Equal($"The recogniser at {Server} can't be used: it refuses connections.", down.Problem);
    }

    [Fact]
    public async Task Probe_of_a_silent_server_ends_by_itself()
    {
        _server.Always = SpeechServer.Silence;
        using var probe = new RecogniserProbe(new LocalAwsOptions { Recogniser = RecogniserKind.OpenAi, OpenAi = _server.Options() }, _time);

        Assert.Contains("it did not answer within 5 seconds", (await probe.ProbeAsync(CancellationToken.None)).Problem, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _samples.Dispose();
    }

    private string Server => new Uri(_server.BaseUrl).GetLeftPart(UriPartial.Authority);

    // The time-out is so long that the hurried clock takes it for never; all other waits end at once.
    private OpenAiRecogniserOptions Patient(int retries = 3) => new()
    {
        BaseUrl = _server.BaseUrl,
        ApiKey = SpeechServer.Key,
        Model = "whisper-test",
        Retries = retries,
        TimeoutSeconds = 3600,
    };

    private async Task<string> RefusalAsync(Transcribing transcribing) => await transcribing.RefusalAsync(await _samples.SpeechAsync("sentence.wav"));
}
