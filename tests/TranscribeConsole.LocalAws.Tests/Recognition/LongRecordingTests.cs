using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.LocalAws.Jobs;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>Half an hour made by joining clips; mostly silence, so that the suite does not take as long. <c>./scripts/bench long</c> measures memory.</summary>
[Collection(RecognitionTests.Name)]
public sealed class LongRecordingTests(RecognitionFixture recognition)
{
    private const int Pitch = 45; // seconds from one sentence to the next
    private const int Rounds = 8;

    private static readonly string[] Sentences =
    [
        MediaSamples.Sentence,
        MediaSamples.OtherSentence,
        "the train to the city leaves early in the morning",
        "she put the book on the table near the window",
        "we need more money to build the new school",
    ];

    [Fact]
    public async Task Half_an_hour_loses_no_sentence_and_tells_its_progress()
    {
        var path = await MakeAsync();
        using var transcribing = new Transcribing(options: new LocalAwsOptions { Preset = RecognitionPreset.Fast });
        var time = new FakeTimeProvider();
        var log = new RecordingLoggers();
        var progress = new JobProgress("long", time, log);

        var transcript = (await transcribing.TranscribeAsync(path, progress: new ImmediateProgress(share =>
        {
            time.Advance(TimeSpan.FromSeconds(31));
            progress.Report(share);
        }))).Transcript;

        var wrong = 0;
        for (var slot = 0; slot < Rounds * Sentences.Length; slot++)
        {
            var (from, to) = (TimeSpan.FromSeconds(slot * Pitch), TimeSpan.FromSeconds((slot + 1) * Pitch));
            var said = transcript.AudioSegments!.Where(segment => segment.Start >= from && segment.Start < to).ToList();
            var (errors, words) = WordErrorRate.Errors(Sentences[slot % Sentences.Length], string.Join(' ', said.Select(segment => segment.Transcript)));
            Assert.True(errors <= words / 2, $"Sentence {slot} at {from}: {errors} of {words} words are wrong.");
            Assert.InRange(said[0].Start - from, TimeSpan.Zero, TimeSpan.FromSeconds(1));
            wrong += errors;
        }

        Assert.InRange((double)wrong / (Rounds * Sentences.Sum(sentence => sentence.Split(' ').Length)), 0, 0.25);
        var told = log.Entries.Select(entry => entry.Message).ToList();
        Assert.True(told.Count >= 20, $"{told.Count} lines");
        Assert.Equal(told.Order(Comparer<string>.Create((a, b) => Percent(a) - Percent(b))), told);
        Assert.True(Percent(told[^1]) >= 90);
    }

    private static int Percent(string line) => int.Parse(line.Split(' ')[^3], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> MakeAsync()
    {
        var samples = recognition.Samples;
        var clips = new List<string>();
        foreach (var sentence in Sentences)
            clips.Add(await samples.SpeechAsync($"long-{clips.Count}.wav", sentence, "rms", "-af", $"apad=whole_dur={Pitch}", "-ar", "16000"));
        var round = await samples.FfmpegAsync("long-round.wav",
            [.. clips.SelectMany(clip => (string[])["-i", clip]), "-filter_complex", $"concat=n={clips.Count}:v=0:a=1"]);
        return await samples.FfmpegAsync("long.flac", "-stream_loop", $"{Rounds - 1}", "-i", round);
    }
}
