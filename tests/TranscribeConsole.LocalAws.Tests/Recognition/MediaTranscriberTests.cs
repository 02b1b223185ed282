using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Vocabularies;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

[Collection(RecognitionTests.Name)]
public sealed class MediaTranscriberTests(RecognitionFixture recognition)
{
    [Fact]
    public async Task Synthetic_sentence_is_recognised_with_at_most_a_fifth_of_its_words_wrong()
    {
        var path = await recognition.Samples.SpeechAsync("sentence.wav");
        var transcript = (await recognition.Transcribing.TranscribeAsync(path)).Transcript;

        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, transcript.Text), 0, 0.20);
        Assert.StartsWith("The ", transcript.Text, StringComparison.Ordinal);
        Assert.EndsWith(".", transcript.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vocabulary_and_filter_act_on_what_was_heard()
    {
        var path = await recognition.Samples.SpeechAsync("sentence.wav");
        var rules = new WordRules([new("the-weather", "THE WEATHER")], ["Park"], VocabularyFilterMethod.Mask);

        var transcript = (await recognition.Transcribing.TranscribeAsync(path, words: rules)).Transcript;

        Assert.StartsWith("THE WEATHER is nice", transcript.Text, StringComparison.Ordinal);
        Assert.EndsWith("***.", transcript.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("park", transcript.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("***", transcript.Items[^2].Content);
        Assert.NotNull(transcript.Items[^2].End);
    }

    [Fact]
    public async Task Words_of_a_filter_are_tagged_where_that_is_asked_for()
    {
        var path = await recognition.Samples.SpeechAsync("sentence.wav");

        var transcript = (await recognition.Transcribing.TranscribeAsync(path, words: new([], ["weather"], VocabularyFilterMethod.Tag))).Transcript;

        Assert.Equal(["weather"], transcript.Items.Where(item => item.VocabularyFilterMatch == true).Select(item => item.Content));
    }

    [Fact]
    public async Task Read_speech_is_recognised_with_at_most_45_percent_of_the_words_wrong()
    {
        int errors = 0, words = 0;
        foreach (var (path, text) in MediaSamples.LibrivoxClips())
        {
            var transcript = (await recognition.Transcribing.TranscribeAsync(path)).Transcript;
            var (wrong, all) = WordErrorRate.Errors(text, transcript.Text);
            (errors, words) = (errors + wrong, words + all);
        }

        Assert.True(words > 60);
        Assert.InRange((double)errors / words, 0, 0.45);
    }

    [Fact]
    public async Task Word_times_rise_and_stay_inside_the_media()
    {
        var clip = MediaSamples.LibrivoxClips().First().Path;
        var duration = TimeSpan.FromSeconds((new FileInfo(clip).Length - 44) / 32_000.0);
        var transcript = (await recognition.Transcribing.TranscribeAsync(clip)).Transcript;
        var words = transcript.Items.Where(item => item.Type == ItemType.Pronunciation).ToList();

        Assert.True(words.Count > 15);
        var last = TimeSpan.Zero;
        foreach (var word in words)
        {
            Assert.True(word.Start >= last && word.End > word.Start && word.End <= duration, $"{word.Content} {word.Start}-{word.End}");
            last = word.End!.Value;
        }

        Assert.NotNull(transcript.AudioSegments);
        Assert.Equal(transcript.Text, string.Join(' ', transcript.AudioSegments.Select(segment => segment.Transcript)));
    }

    [Fact]
    public async Task Words_stand_where_they_are_said()
    {
        // 3 s of silence, the sentence, 3 s of silence: what is left out must still count in the times.
        var path = await recognition.Samples.SpeechAsync("late.wav", options: ["-af", "adelay=3000,apad=pad_dur=3"]);
        var transcript = (await recognition.Transcribing.TranscribeAsync(path)).Transcript;

        Assert.InRange(transcript.Items[0].Start!.Value.TotalSeconds, 2.9, 3.5);
    }

    [Fact]
    public async Task One_and_two_recognisers_give_the_same_transcript()
    {
        var path = await recognition.Samples.FfmpegAsync("clips.wav", [.. MediaSamples.LibrivoxClips().Take(3).SelectMany(clip => (string[])["-i", clip.Path]),
            "-filter_complex", "[0][1][2]concat=n=3:v=0:a=1"]);
        using var alone = new Transcribing(recognisers: 1);
        var one = await alone.TranscribeAsync(path);
        var two = await recognition.Transcribing.TranscribeAsync(path);

        Assert.NotEmpty(one.Transcript.Items);
        Assert.Equal(one.Transcript.Items.Select(Describe), two.Transcript.Items.Select(Describe));
    }

    [Fact]
    public async Task Channel_identification_keeps_two_voices_apart()
    {
        var left = await recognition.Samples.SpeechAsync("left.wav");
        var right = await recognition.Samples.SpeechAsync("right.wav", MediaSamples.OtherSentence, "awb");
        // The right channel begins 100 ms later and both speak at once.
        var stereo = await recognition.Samples.FfmpegAsync("stereo.wav", "-i", left, "-i", right, "-filter_complex",
            "[0:a]apad=whole_dur=5[l];[1:a]aresample=16000,adelay=100,apad=whole_dur=5[r];[l][r]join=inputs=2:channel_layout=stereo", "-t", "5");
        var transcript = (await recognition.Transcribing.TranscribeAsync(stereo, channels: true)).Transcript;

        Assert.NotNull(transcript.ChannelLabels);
        Assert.Equal(2, transcript.ChannelLabels.NumberOfChannels);
        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, TextOf(transcript, 0)), 0, 0.20);
        Assert.InRange(WordErrorRate.Of(MediaSamples.OtherSentence, TextOf(transcript, 1)), 0, 0.30);
    }

    [Fact]
    public async Task Channel_identification_of_mono_media_labels_one_channel()
    {
        var path = await recognition.Samples.SpeechAsync("mono.wav");
        var transcript = (await recognition.Transcribing.TranscribeAsync(path, channels: true)).Transcript;

        Assert.Equal(1, transcript.ChannelLabels?.NumberOfChannels);
        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, transcript.Text), 0, 0.20);
    }

    [Theory]
    [InlineData("silence.wav", "anullsrc=r=16000:cl=mono:d=5")]
    [InlineData("noise.wav", "anoisesrc=d=5:c=white:r=16000:a=0.3:seed=1")]
    [InlineData("pink.wav", "anoisesrc=d=5:c=pink:r=16000:a=0.5:seed=1")]
    [InlineData("tone.wav", "sine=frequency=440:duration=5:sample_rate=16000")]
    public async Task Media_without_speech_gives_an_empty_transcript(string name, string source)
    {
        var path = await recognition.Samples.FfmpegAsync(name, "-f", "lavfi", "-i", source);
        var transcript = (await recognition.Transcribing.TranscribeAsync(path)).Transcript;

        Assert.Equal("", transcript.Text);
        Assert.Empty(transcript.Items);
    }

    [Fact]
    public async Task Progress_rises_to_one()
    {
        var reported = new List<double>();
        var path = await recognition.Samples.SpeechAsync("progress.wav");
        await recognition.Transcribing.TranscribeAsync(path, progress: new ImmediateProgress(reported.Add));

        Assert.Equal(reported.Order(), reported);
        Assert.Equal(1, reported[^1]);
    }

    [Fact]
    public async Task Short_job_ends_before_a_long_one_that_began_earlier()
    {
        var brief = await recognition.Samples.SpeechAsync("brief.wav", "hello world");
        var lengthy = await recognition.Samples.FfmpegAsync("lengthy.wav", "-stream_loop", "20", "-i",
            await recognition.Samples.SpeechAsync("loop.wav"));
        using var stop = new CancellationTokenSource();
        using var transcribing = new Transcribing(recognisers: 1);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var longJob = transcribing.TranscribeAsync(lengthy, progress: new ImmediateProgress(_ => begun.TrySetResult()), cancellationToken: stop.Token);
        await begun.Task;
        var shortJob = transcribing.TranscribeAsync(brief);

        Assert.Same(shortJob, await Task.WhenAny(shortJob, longJob));
        Assert.NotEmpty((await shortJob).Transcript.Text);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => longJob);
    }

    private static string Describe(TranscriptItem item) => $"{item.Content} {item.Start} {item.End} {item.Confidence}";

    private static string TextOf(Transcript transcript, int channel) =>
        string.Join(' ', transcript.Items.Where(item => item.ChannelLabel == $"ch_{channel}").Select(item => item.Content));
}
