using TranscribeConsole.LocalAws.Recognition.Splitting;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Splitting;

public sealed class SpeechSplitterTests
{
    private const int Rate = 16_000;

    private static readonly SplitterRules Rules = new(LongEnough: 800, TooLong: 2000, Gap: 80);

    [Fact]
    public void Long_silence_separates_segments_and_is_left_out()
    {
        var segments = Split(Silence(2), Voice(3), Silence(4), Voice(2), Silence(1));

        Assert.Equal(2, segments.Count);
        Assert.InRange(segments[0].Start.TotalSeconds, 1.65, 2);
        Assert.InRange(segments[0].Duration.TotalSeconds, 3, 3.8);
        Assert.True(segments[0].EndsAtPause);
        Assert.InRange(segments[1].Start.TotalSeconds, 8.65, 9);
    }

    [Fact]
    public void Short_silence_cuts_once_the_segment_is_long_enough()
    {
        var segments = Split(Voice(4), Silence(0.4), Voice(5), Silence(0.4), Voice(3));

        Assert.Equal(2, segments.Count);
        Assert.False(segments[0].EndsAtPause);
        Assert.InRange(segments[1].Start.TotalSeconds, 9.4, 9.8);
    }

    [Fact]
    public void Speech_without_a_silence_is_cut_before_it_is_too_long()
    {
        var segments = Split(Silence(3), Voice(70), Silence(1));

        Assert.True(segments.Count >= 4);
        Assert.All(segments, segment => Assert.InRange(segment.Duration.TotalSeconds, 0, 20.5));
        Assert.InRange(segments.Sum(segment => segment.Duration.TotalSeconds), 70, 71);
    }

    [Fact]
    public void Click_is_not_speech() => Assert.Empty(Split(Silence(3), Voice(0.03), Silence(3)));

    [Fact]
    public void Digital_silence_has_no_segment() => Assert.Empty(Split(new short[Rate * 40]));

    [Fact]
    public void Constant_offset_is_silence() => Assert.Empty(Split([.. Enumerable.Repeat((short)3000, Rate * 5), .. new short[Rate * 5]]));

    [Fact]
    public void Cuts_do_not_depend_on_how_samples_are_handed_over()
    {
        short[] samples = [.. Voice(7), .. Silence(0.5), .. Voice(9), .. Silence(1.3), .. Voice(25), .. Silence(0.3), .. Voice(11.004)];

        var whole = Split(samples);
        var pieces = Split([.. samples.Chunk(777)]);

        Assert.True(whole.Count > 3);
        Assert.Equal(whole.Select(Describe), pieces.Select(Describe));
    }

    [Fact]
    public void Segments_come_while_the_media_goes_on()
    {
        var splitter = new SpeechSplitter(Rules);
        var early = splitter.Add(Voice(5)).Concat(splitter.Add(Silence(1))).Concat(splitter.Add(Voice(25)));

        Assert.NotEmpty(early);
    }

    [Fact]
    public void Quiet_talker_after_a_loud_one_is_heard()
    {
        var segments = Split(Silence(1), Voice(10, 0.5), Silence(2), Voice(10, 0.02), Silence(1));

        Assert.Contains(segments, segment => segment.Start > TimeSpan.FromSeconds(12));
    }

    [Fact]
    public void Engine_that_likes_long_stretches_gets_them_and_none_longer_than_it_takes()
    {
        var rules = new SplitterRules(LongEnough: 1200, TooLong: 1800, Gap: 200);
        short[][] speech = [Voice(6), Silence(1), Voice(9), Silence(1), Voice(30), Silence(3), Voice(2)];
        var splitter = new SpeechSplitter(rules);
        var segments = speech.SelectMany(piece => splitter.Add(piece)).ToList();
        segments.AddRange(splitter.Complete());

        Assert.InRange(segments[0].Duration.TotalSeconds, 15, 17); // past the first pause, to the second
        Assert.All(segments, segment => Assert.InRange(segment.Duration.TotalSeconds, 0.1, 18.6));
        Assert.InRange(segments[^1].Duration.TotalSeconds, 2, 2.7); // the long silence was cut all the same
    }

    private static string Describe(SpeechSegment segment) => $"{segment.Start} {segment.Samples.Length} {segment.EndsAtPause} {segment.Samples.Sum(s => s)}";

    private static List<SpeechSegment> Split(params short[][] pieces)
    {
        var splitter = new SpeechSplitter(Rules);
        return [.. pieces.SelectMany(piece => splitter.Add(piece)).ToList(), .. splitter.Complete()];
    }

    // Syllables: noise whose loudness rises and falls four times a second.
    private static short[] Voice(double seconds, double loudness = 0.3)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(i =>
            (short)(short.MaxValue * loudness * (0.6 + 0.4 * Math.Sin(2 * Math.PI * 4 * i / Rate)) * (random.NextDouble() * 2 - 1)))];
    }

    private static short[] Silence(double seconds)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(_ => (short)random.Next(-15, 16))];
    }
}
