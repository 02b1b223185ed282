using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Tests.Recognition.OpenAi;
using TranscribeConsole.LocalAws.Vocabularies;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>What every recogniser must do with real audio.</summary>
public abstract class RecogniserContract : IDisposable
{
    private readonly MediaSamples _samples = new();

    internal abstract Transcribing Transcribing { get; }

    [Fact]
    public async Task Sentence_becomes_words_with_rising_times_inside_the_media()
    {
        var path = await _samples.SpeechAsync("late.wav", options: ["-af", "adelay=3000,apad=pad_dur=3"]);
        var transcript = (await Transcribing.TranscribeAsync(path)).Transcript;
        var words = transcript.Items.Where(item => item.Type == ItemType.Pronunciation).ToList();

        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, transcript.Text), 0, 0.20);
        Assert.StartsWith("The ", transcript.Text, StringComparison.Ordinal);
        Assert.Equal(".", transcript.Items[^1].Content);
        Assert.Equal(ItemType.Punctuation, transcript.Items[^1].Type);
        Assert.InRange(words[0].Start!.Value.TotalSeconds, 2.9, 3.6);
        Assert.InRange(words[^1].End!.Value.TotalSeconds, words[0].Start!.Value.TotalSeconds + 2, 9);
        Assert.All(words, word => Assert.True(word.End > word.Start, word.Content));
        Assert.Equal(words.Select(word => word.Start).Order(), words.Select(word => word.Start));
        Assert.All(words, word => Assert.InRange(word.Confidence!.Value, 0, 1));
    }

    [Fact]
    public async Task Channels_are_kept_apart()
    {
        var left = await _samples.SpeechAsync("left.wav");
        var right = await _samples.SpeechAsync("right.wav", MediaSamples.OtherSentence, "awb");
        var stereo = await _samples.FfmpegAsync("stereo.wav", "-i", left, "-i", right, "-filter_complex",
            "[0:a]apad=whole_dur=5[l];[1:a]aresample=16000,adelay=100,apad=whole_dur=5[r];[l][r]join=inputs=2:channel_layout=stereo", "-t", "5");
        var transcript = (await Transcribing.TranscribeAsync(stereo, channels: true)).Transcript;

        Assert.Equal(2, transcript.ChannelLabels?.NumberOfChannels);
        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, TextOf(transcript, "ch_0")), 0, 0.20);
        Assert.InRange(WordErrorRate.Of(MediaSamples.OtherSentence, TextOf(transcript, "ch_1")), 0, 0.30);
        // Blocks in order of their start, whole: the left voice began first.
        Assert.Equal(["ch_0", "ch_1"], transcript.AudioSegments!.Select(segment => segment.ChannelLabel));
    }

    [Fact]
    public async Task Vocabulary_and_filter_act_on_what_was_heard()
    {
        var path = await _samples.SpeechAsync("sentence.wav");
        var rules = new WordRules([new("the-weather", "THE WEATHER")], ["Park"], VocabularyFilterMethod.Mask);
        var transcript = (await Transcribing.TranscribeAsync(path, words: rules)).Transcript;

        Assert.StartsWith("THE WEATHER is nice", transcript.Text, StringComparison.Ordinal);
        Assert.EndsWith("***.", transcript.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_gives_an_empty_transcript()
    {
        var path = await _samples.FfmpegAsync("silence.wav", "-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono:d=5");

        Assert.Equal("", (await Transcribing.TranscribeAsync(path)).Transcript.Text);
    }

    [Fact]
    public async Task Progress_rises_to_one()
    {
        var reported = new List<double>();
        var path = await _samples.SpeechAsync("progress.wav");
        await Transcribing.TranscribeAsync(path, progress: new ImmediateProgress(reported.Add));

        Assert.Equal(reported.Order(), reported);
        Assert.Equal(1, reported[^1]);
    }

    public virtual void Dispose()
    {
        _samples.Dispose();
        GC.SuppressFinalize(this);
    }

    private static string TextOf(Transcript transcript, string channel) =>
        string.Join(' ', transcript.Items.Where(item => item.ChannelLabel == channel).Select(item => item.Content));
}

[Collection(RecognitionTests.Name)]
public sealed class BuiltInRecogniserTests(RecognitionFixture recognition) : RecogniserContract
{
    internal override Transcribing Transcribing => recognition.Transcribing;
}

[Collection(RecognitionTests.Name)]
public sealed class OpenAiRecogniserTests : RecogniserContract, IAsyncLifetime
{
    private SpeechServer _server = null!;
    private Transcribing _transcribing = null!;

    internal override Transcribing Transcribing => _transcribing;

    public async Task InitializeAsync()
    {
        _server = await SpeechServer.StartAsync();
        _transcribing = new Transcribing(_server.Options(), TimeProvider.System);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    public override void Dispose()
    {
        _transcribing?.Dispose();
        base.Dispose();
    }
}
