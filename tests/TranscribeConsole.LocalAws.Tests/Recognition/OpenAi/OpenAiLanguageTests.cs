using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Decoding;
using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.LocalAws.Recognition.OpenAi;
using TranscribeConsole.LocalAws.Transcribe.Validation;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Tests.Recognition.OpenAi;

/// <summary>Languages found by the server's answers.</summary>
[Collection(RecognitionTests.Name)]
public sealed class OpenAiLanguageTests : IAsyncLifetime
{
    private static readonly JobLanguage AnyOne = new(null, LanguageIdentification.Single, []);
    private static readonly JobLanguage AnySeveral = new(null, LanguageIdentification.Multiple, []);

    private readonly MediaSamples _samples = new();
    private SpeechServer _server = null!;
    private Transcribing _transcribing = null!;

    public async Task InitializeAsync()
    {
        _server = await SpeechServer.StartAsync();
        _transcribing = new Transcribing(_server.Options(), TimeProvider.System);
    }

    [Theory]
    [InlineData("english", "", "en-US")]
    [InlineData("English", "en-GB de-DE", "en-GB")]
    [InlineData("en", "de-DE en-AU", "en-AU")]
    [InlineData("en-us", "", "en-US")]
    [InlineData("pt_BR", "", "pt-BR")]
    [InlineData("castilian", "", "es-ES")]
    [InlineData("mandarin", "", "zh-CN")]
    [InlineData("yue", "", "zh-HK")]
    [InlineData("burmese", "", "my-MM")]
    [InlineData("french", "en-GB de-DE", null)]
    [InlineData("latin", "", null)]
    [InlineData("", "", null)]
    [InlineData(null, "", null)]
    public void Names_and_codes_of_languages_become_the_services(string? answer, string options, string? expected) =>
        Assert.Equal(expected, WhisperLanguages.ServiceCodeOf(answer, options.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Every_language_offered_is_one_of_the_services_and_has_a_code_to_send()
    {
        Assert.InRange(WhisperLanguages.ServiceCodes.Count, 80, LanguageCodes.All.Count);
        Assert.All(WhisperLanguages.ServiceCodes, code => Assert.Contains(code, LanguageCodes.All));
        Assert.All(WhisperLanguages.ServiceCodes, code => Assert.Contains(WhisperLanguages.ServiceCodeOf(WhisperLanguages.CodeOf(code), [code]), WhisperLanguages.ServiceCodes));
    }

    [Fact]
    public async Task Language_of_the_answer_is_the_transcripts()
    {
        var media = await _transcribing.TranscribeAsync(await _samples.SpeechAsync("sentence.wav"), AnyOne);

        Assert.Null(Assert.Single(_server.Requests).Language);
        Assert.Equal(("en-US", 1.0), (media.Languages!.LanguageCode, media.Languages.Score));
        Assert.Equal("en-US", media.Transcript.LanguageCode);
        Assert.Equal(["en-US"], media.Transcript.LanguageIdentification!.Select(language => language.Code));
        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, media.Transcript.Text), 0, 0.20);
    }

    [Fact]
    public async Task Dominant_language_wins_and_what_was_taken_for_another_is_heard_again_in_it()
    {
        // Three stretches: the second is taken for German when nobody says what it is.
        _server.Answer = (request, words) => SpeechServer.Verbose(request, words, request.Language ?? (IsShort(request) ? "german" : "english"));
        var media = await _transcribing.TranscribeAsync(await ThreeStretchesAsync(), AnyOne with { Options = ["de-DE", "en-GB"] });

        Assert.Equal("en-GB", media.Transcript.LanguageCode);
        Assert.Equal(["en-GB", "de-DE"], media.Transcript.LanguageIdentification!.Select(language => language.Code));
        Assert.Equal(1, media.Transcript.LanguageIdentification!.Sum(language => language.Score), 3);
        Assert.Contains(_server.Requests, request => IsShort(request) && request.Language == "en");
        Assert.Contains("hello", media.Transcript.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(media.Transcript.Items, item => item.LanguageCode is not null);
    }

    [Fact]
    public async Task After_half_a_minute_of_speech_the_language_is_sent()
    {
        var path = await _samples.FfmpegAsync("long.wav", "-stream_loop", "17", "-i", await _samples.SpeechAsync("loop.wav"));
        await _transcribing.TranscribeAsync(path, AnyOne);

        Assert.Equal([null, null, "en"], _server.Requests.Select(request => request.Language).Take(3));
    }

    [Fact]
    public async Task Options_that_nobody_speaks_still_name_the_language()
    {
        var media = await _transcribing.TranscribeAsync(await _samples.SpeechAsync("sentence.wav"), AnyOne with { Options = ["de-DE", "fr-FR"] });

        Assert.Equal([null, "de"], _server.Requests.Select(request => request.Language));
        Assert.Equal(("de-DE", 0.0), (media.Languages!.LanguageCode, media.Languages.Score));
        Assert.NotEmpty(media.Transcript.Text);
    }

    [Fact]
    public async Task Media_without_speech_has_no_language_to_identify()
    {
        var path = await _samples.FfmpegAsync("silence.wav", "-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono:d=5");
        var error = await Assert.ThrowsAsync<MediaFailureException>(() => _transcribing.TranscribeAsync(path, AnyOne));

        Assert.Equal(FailureReasons.TooLittleSpeech, error.Message);
    }

    [Fact]
    public void Speech_in_a_language_that_nobody_knows_is_given_up_after_five_minutes()
    {
        var tally = new LanguageTally(AnyOne);
        var stretch = new RecognisedStretch([new RecognisedWord("salve", TimeSpan.Zero, TimeSpan.FromSeconds(1), null)]);
        for (var minute = 0; minute < 4; minute++) tally.Add(stretch, TimeSpan.FromMinutes(1));
        Assert.False(tally.IsEnough);

        tally.Add(stretch, TimeSpan.FromMinutes(1));

        Assert.True(tally.IsEnough); // what was heard until then is held in memory
        Assert.Equal(FailureReasons.UnknownLanguage, Assert.Throws<MediaFailureException>(tally.Decide).Message);
    }

    [Fact]
    public async Task Several_languages_are_told_by_item_and_by_duration()
    {
        _server.Answer = (request, words) => SpeechServer.Verbose(request, words, IsShort(request) ? "german" : "english");
        var media = await _transcribing.TranscribeAsync(await ThreeStretchesAsync(), AnySeveral);
        var transcript = media.Transcript;

        Assert.Equal(["en-US", "de-DE"], transcript.LanguageCodes!.Select(language => language.LanguageCode));
        Assert.All(transcript.LanguageCodes!, language => Assert.True(language.DurationInSeconds > 0.3));
        Assert.Equal(["en-US", "de-DE", "en-US"], transcript.AudioSegments!.Select(segment => segment.LanguageCode));
        Assert.All(transcript.Items, item => Assert.NotNull(item.LanguageCode));
        Assert.Null(transcript.LanguageCode);
        Assert.Equal(media.Languages!.Durations, transcript.LanguageCodes);
    }

    [Fact]
    public async Task Several_languages_keep_to_the_options()
    {
        _server.Answer = (request, words) => SpeechServer.Verbose(request, words, request.Language ?? (IsShort(request) ? "german" : "english"));
        var media = await _transcribing.TranscribeAsync(await ThreeStretchesAsync(), AnySeveral with { Options = ["en-GB", "fr-FR"] });

        Assert.Equal(["en-GB"], media.Languages!.Durations!.Select(language => language.LanguageCode));
        Assert.Equal(4, _server.Requests.Count);
    }

    [Fact]
    public async Task Vocabulary_and_filter_are_those_of_the_identified_language()
    {
        static LanguageWords Masking(string word) => new(new WordRules([], [word], VocabularyFilterMethod.Mask), []);
        var media = await _transcribing.TranscribeAsync(
            await _samples.SpeechAsync("sentence.wav"), AnyOne with { Options = ["de-DE", "en-GB"] },
            media => media with { Words = new Dictionary<string, LanguageWords> { ["en-GB"] = Masking("park"), ["de-DE"] = Masking("weather") } });

        Assert.EndsWith("***.", media.Transcript.Text, StringComparison.Ordinal);
        Assert.Contains("weather", media.Transcript.Text, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        _transcribing.Dispose();
        await _server.DisposeAsync();
        _samples.Dispose();
    }

    private static bool IsShort(SpeechServerRequest request) => request.Duration < 2.5;

    // A sentence, "hello world", a sentence, with silences that are always cut.
    private async Task<string> ThreeStretchesAsync()
    {
        var sentence = await _samples.SpeechAsync("sentence.wav", options: ["-af", "apad=pad_dur=3"]);
        var hello = await _samples.SpeechAsync("hello.wav", "hello world", "rms", "-af", "apad=pad_dur=3");
        return await _samples.FfmpegAsync("three.wav", "-i", sentence, "-i", hello, "-filter_complex", "[0]asplit[a][b];[a][1][b]concat=n=3:v=0:a=1");
    }
}
