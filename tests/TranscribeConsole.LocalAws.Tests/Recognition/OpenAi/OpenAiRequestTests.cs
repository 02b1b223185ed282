using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.LocalAws.Vocabularies;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Tests.Recognition.OpenAi;

/// <summary>What is sent to the server, and what becomes of its answers.</summary>
[Collection(RecognitionTests.Name)]
public sealed class OpenAiRequestTests : IAsyncLifetime
{
    private readonly MediaSamples _samples = new();
    private SpeechServer _server = null!;

    public async Task InitializeAsync() => _server = await SpeechServer.StartAsync();

    [Fact]
    public async Task Request_has_the_models_name_the_language_and_both_granularities()
    {
        using var transcribing = new Transcribing(_server.Options(), TimeProvider.System);
        await transcribing.TranscribeAsync(await _samples.SpeechAsync("sentence.wav"), JobLanguage.Specific("pt-BR"));

        var request = Assert.Single(_server.Requests);
        Assert.Equal(("whisper-test", "pt", "verbose_json"), (request.Model, request.Language, request.ResponseFormat));
        Assert.Equal(["word", "segment"], request.Granularities);
        Assert.Null(request.Prompt);
        Assert.Equal("RIFF"u8, request.File.AsSpan(0, 4));
        Assert.Equal(request.File.Length - 8, BitConverter.ToInt32(request.File, 4));
        Assert.Equal(request.File.Length - 44, BitConverter.ToInt32(request.File, 40));
    }

    [Fact]
    public async Task Terms_of_the_vocabulary_are_the_prompt()
    {
        using var transcribing = new Transcribing(_server.Options(), TimeProvider.System);
        var words = new LanguageWords(new WordRules([new("Lake-Tahoe", null)], [], VocabularyFilterMethod.Mask), ["Lake Tahoe", "KPIs"]);
        await transcribing.TranscribeAsync(await _samples.SpeechAsync("sentence.wav"), JobLanguage.Specific("en-US"), media =>
            media with { Words = new Dictionary<string, LanguageWords> { ["en-US"] = words } });

        Assert.Equal("Lake Tahoe, KPIs", Assert.Single(_server.Requests).Prompt);
    }

    [Fact]
    public async Task Long_media_is_sent_in_stretches_that_fit_and_loses_no_sentence()
    {
        const int Limit = OpenAiRecogniserOptions.MinUploadBytes;
        var path = await _samples.FfmpegAsync("long.wav", "-stream_loop", "9", "-i", await _samples.SpeechAsync("loop.wav", options: ["-af", "apad=pad_dur=0.4"]));
        using var transcribing = new Transcribing(_server.Options(maxUploadBytes: Limit), TimeProvider.System);
        var transcript = (await transcribing.TranscribeAsync(path)).Transcript;

        Assert.True(_server.Requests.Count >= 4);
        Assert.All(_server.Requests, request => Assert.InRange(request.BodyBytes, 1, Limit));
        Assert.InRange(WordErrorRate.Of(string.Join(' ', Enumerable.Repeat(MediaSamples.Sentence, 10)), transcript.Text), 0, 0.20);
    }

    [Fact]
    public async Task Requests_run_side_by_side_up_to_the_setting()
    {
        var (under, most) = (0, 0);
        using var both = new CountdownEvent(2);
        _server.Answer = (request, words) =>
        {
            var now = Interlocked.Increment(ref under);
            most = Math.Max(most, now);
            if (!both.IsSet) both.Signal();
            both.Wait(); // two at once, or this hangs
            Interlocked.Decrement(ref under);
            return SpeechServer.Verbose(request, words);
        };
        var path = await _samples.FfmpegAsync("long.wav", "-stream_loop", "4", "-i", await _samples.SpeechAsync("loop.wav", options: ["-af", "apad=pad_dur=3"]));
        using var transcribing = new Transcribing(_server.Options(parallel: 2), TimeProvider.System);
        await transcribing.TranscribeAsync(path);

        Assert.Equal(2, most);
    }

    [Fact]
    public async Task Answer_without_words_spreads_them_within_its_segments()
    {
        _server.Answer = (_, words) => new { language = "english", text = SpeechServer.Sentence(words), segments = SpeechServer.Segments(words) };
        using var transcribing = new Transcribing(_server.Options(), TimeProvider.System);
        var transcript = (await transcribing.TranscribeAsync(await _samples.SpeechAsync("late.wav", options: ["-af", "adelay=3000"]))).Transcript;

        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, transcript.Text), 0, 0.20);
        Assert.InRange(transcript.Items[0].Start!.Value.TotalSeconds, 2.9, 3.6);
        Assert.Equal(Math.Round(Math.Exp(-0.25), 3), transcript.Items[0].Confidence);
    }

    [Fact]
    public async Task Answer_with_nothing_but_a_text_still_gives_timed_words_and_claims_no_confidence()
    {
        _server.Answer = (_, words) => new { text = SpeechServer.Sentence(words) };
        using var transcribing = new Transcribing(_server.Options(), TimeProvider.System);
        var transcript = (await transcribing.TranscribeAsync(await _samples.SpeechAsync("sentence.wav"))).Transcript;

        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, transcript.Text), 0, 0.20);
        Assert.True(transcript.Items[^2].End > transcript.Items[0].Start);
        Assert.Null(transcript.Items[0].Confidence);
    }

    [Fact]
    public async Task Punctuation_and_case_are_kept_and_end_the_segments()
    {
        _server.Answer = (_, _) => new
        {
            text = "Well, Dr. Smith: it costs $5.50! Right? “Yes” – at 3 p.m. in the U.S.",
            segments = new[] { new { start = 0.5, end = 5.0, text = " Well, Dr. Smith: it costs $5.50! Right? “Yes” – at 3 p.m. in the U.S." } },
        };
        using var transcribing = new Transcribing(_server.Options(), TimeProvider.System);
        var path = await _samples.FfmpegAsync("noisy.wav", "-i", await _samples.SpeechAsync("base.wav"), "-af", "apad=pad_dur=3");
        var transcript = (await transcribing.TranscribeAsync(path)).Transcript;

        Assert.Equal("Well, Dr. Smith: it costs $5.50! Right? “Yes” – at 3 p.m. in the U.S.", transcript.Text);
        Assert.Equal([",", ".", ":", "!", "?"], transcript.Items.Where(item => item.Type == ItemType.Punctuation).Select(item => item.Content));
        Assert.Contains(transcript.Items, item => item.Content == "$5.50");
        Assert.Contains(transcript.AudioSegments!, segment => segment.Transcript == "Right?");
    }

    [Fact]
    public async Task Short_job_is_heard_while_a_long_one_is_at_work()
    {
        var lengthy = await _samples.FfmpegAsync("lengthy.wav", "-stream_loop", "30", "-i", await _samples.SpeechAsync("loop.wav", options: ["-af", "apad=pad_dur=3"]));
        using var stop = new CancellationTokenSource();
        using var transcribing = new Transcribing(_server.Options(parallel: 1), TimeProvider.System);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var longJob = transcribing.TranscribeAsync(lengthy, progress: new ImmediateProgress(_ => begun.TrySetResult()), cancellationToken: stop.Token);
        await begun.Task;
        var shortJob = transcribing.TranscribeAsync(await _samples.SpeechAsync("brief.wav", "hello world"));

        Assert.Same(shortJob, await Task.WhenAny(shortJob, longJob));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => longJob);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _samples.Dispose();
    }
}
