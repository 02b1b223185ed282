namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>Every container and codec that the service takes, through the real programs.</summary>
[Collection(RecognitionTests.Name)]
public sealed class MediaFormatTests(RecognitionFixture recognition)
{
    [Theory]
    [InlineData("a.wav", "wav", 16_000)]
    [InlineData("a24.wav", "wav", 44_100, "-ar", "44100", "-c:a", "pcm_s24le")]
    [InlineData("a.mp3", "mp3", 16_000)]
    [InlineData("a.flac", "flac", 16_000)]
    [InlineData("opus.ogg", "ogg", 48_000, "-c:a", "libopus")]
    [InlineData("vorbis.ogg", "ogg", 16_000, "-c:a", "libvorbis")]
    [InlineData("a.webm", "webm", 48_000, "-c:a", "libopus")]
    [InlineData("a.m4a", "m4a", 44_100, "-ar", "44100")]
    [InlineData("audio.mp4", "mp4", 16_000)]
    public async Task Media_of_each_format_is_transcribed(string name, string format, int rate, params string[] options)
    {
        var path = await recognition.Samples.SpeechAsync(name, options: options);
        var media = await recognition.Transcribing.TranscribeAsync(path, format, rate);

        Assert.Equal((format, rate), (media.MediaFormat, media.MediaSampleRateHertz));
        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, media.Transcript.Text), 0, 0.35);
        Assert.Equal(format, (await recognition.Transcribing.TranscribeAsync(path)).MediaFormat);
    }

    [Fact]
    public async Task Video_is_transcribed_from_its_sound()
    {
        var path = await recognition.Samples.SpeechAsync("video.mp4", options:
            ["-f", "lavfi", "-i", "testsrc=size=64x64:rate=5", "-map", "1:v", "-map", "0:a", "-shortest"]);
        var media = await recognition.Transcribing.TranscribeAsync(path);

        Assert.Equal("mp4", media.MediaFormat);
        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, media.Transcript.Text), 0, 0.35);
    }

    [Fact]
    public async Task Cover_picture_does_not_make_audio_a_video()
    {
        var picture = await recognition.Samples.FfmpegAsync("cover.png", "-f", "lavfi", "-i", "testsrc=size=64x64", "-frames:v", "1");
        var path = await recognition.Samples.SpeechAsync("cover.m4a", options:
            ["-i", picture, "-map", "0:a", "-map", "1:v", "-c:v", "copy", "-disposition:v", "attached_pic"]);

        Assert.Equal("m4a", (await recognition.Transcribing.TranscribeAsync(path, "m4a")).MediaFormat);
    }

    [Fact]
    public async Task Amr_is_decoded()
    {
        var media = await recognition.Transcribing.TranscribeAsync(recognition.Samples.File("made-up.amr", MediaSamples.Amr()), "amr", 8_000);

        Assert.Equal(("amr", 8_000), (media.MediaFormat, media.MediaSampleRateHertz));
    }

    [Fact]
    public async Task Opus_may_be_declared_with_the_rate_it_was_recorded_at()
    {
        var path = await recognition.Samples.SpeechAsync("recorded16.ogg", options: ["-c:a", "libopus"]);

        Assert.Equal(16_000, (await recognition.Transcribing.TranscribeAsync(path, "ogg", 16_000)).MediaSampleRateHertz);
    }
}
