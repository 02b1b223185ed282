using System.Text;
using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.Transcripts.Tests.Subtitles;

public sealed class SubtitleWriterTests
{
    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static Transcript Said(params (string Word, double Start, double End)[] words)
    {
        var builder = new TranscriptBuilder("job", "123456789012");
        builder.BeginSegment(TimeSpan.Zero, Seconds(60));
        foreach (var (word, start, end) in words) builder.AddWord(word, Seconds(start), Seconds(end), 1);
        builder.EndSegment();
        return builder.Build();
    }

    private static Transcript SaidAtOnce(params (int Channel, string Word, double Start, double End)[] utterances)
    {
        var builder = new TranscriptBuilder("call", "123456789012") { ChannelCount = 2 };
        foreach (var (channel, word, start, end) in utterances)
        {
            builder.BeginSegment(Seconds(start), Seconds(end), channel);
            builder.AddWord(word, Seconds(start), Seconds(end), 1);
            builder.EndSegment();
        }

        return builder.Build();
    }

    [Theory]
    [InlineData(SubtitleFormat.Srt, 0, "plain.srt")]
    [InlineData(SubtitleFormat.Vtt, 1, "plain.vtt")]
    public async Task Plain_transcript_gives_the_golden_file(SubtitleFormat format, int startIndex, string file) => Assert.Equal(
        Encoding.UTF8.GetString(Golden.Bytes(file)), await SubtitleText.OfAsync(await Golden.ReadAsync("plain"), format, startIndex));

    [Fact]
    public async Task Empty_transcript_gives_no_cue()
    {
        var empty = await Golden.ReadAsync("empty");

        Assert.Equal("", await SubtitleText.OfAsync(empty, SubtitleFormat.Srt));
        Assert.Equal("WEBVTT\n", await SubtitleText.OfAsync(empty, SubtitleFormat.Vtt));
    }

    [Fact]
    public async Task Cue_ends_at_a_pause_and_does_not_stay_through_it()
    {
        var cues = await SubtitleText.SrtCuesAsync(Said(("a", 0, 1), ("b", 1.79, 2), ("c", 2.8, 3)));

        Assert.Equal([["a b"], ["c"]], cues.Select(cue => cue.Lines));
        Assert.Equal((Seconds(2), Seconds(2.8)), (cues[0].End, cues[1].Start));
    }

    [Fact]
    public async Task Speaker_change_begins_a_cue() =>
        Assert.Equal([["Hello?"], ["Hi there."]], (await SubtitleText.SrtCuesAsync(await Golden.ReadAsync("speakers"))).Select(cue => cue.Lines));

    [Fact]
    public async Task Cue_is_seven_seconds_at_most()
    {
        var cues = await SubtitleText.SrtCuesAsync(Said(("a", 0, 3), ("b", 3, 7), ("c", 7, 7.5), ("sleep", 20, 37)));

        Assert.Equal([["a b"], ["c"], ["sleep"]], cues.Select(cue => cue.Lines));
        Assert.Equal(Seconds(27), cues[2].End);
    }

    [Fact]
    public async Task Long_text_is_broken_into_even_lines()
    {
        var words = "And the long road goes ever on and on down from the door where it began".Split(' ');

        var cue = Assert.Single(await SubtitleText.SrtCuesAsync(Said([.. words.Select((word, at) => (word, at * 0.3, at * 0.3 + 0.3))])));

        Assert.Equal(["And the long road goes ever on and", "on down from the door where it began"], cue.Lines);
    }

    [Fact]
    public async Task Two_channels_at_once_share_a_cue()
    {
        var cue = Assert.Single(await SubtitleText.SrtCuesAsync(SaidAtOnce((0, "Right", 1, 2), (1, "Exactly", 1.5, 2.4))));

        Assert.Equal(["- Right", "- Exactly"], cue.Lines);
        Assert.Equal((Seconds(1), Seconds(2.4)), (cue.Start, cue.End));
    }

    [Fact]
    public async Task Cue_makes_room_when_two_do_not_fit()
    {
        var text = "a phrase of more than forty characters in all";

        var cues = await SubtitleText.SrtCuesAsync(SaidAtOnce((0, text, 1, 4), (1, text, 3, 6)));

        Assert.Equal([(Seconds(1), Seconds(3)), (Seconds(3), Seconds(6))], cues.Select(cue => (cue.Start, cue.End)));
    }

    [Fact]
    public async Task Vtt_escapes_what_would_be_markup()
    {
        var vtt = await SubtitleText.OfAsync(Said(("<i>R&D", 0, 1), ("-->", 1, 2)), SubtitleFormat.Vtt);

        Assert.EndsWith("\n&lt;i&gt;R&amp;D --&gt;\n", vtt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_go_beyond_a_day()
    {
        var srt = await SubtitleText.OfAsync(Said(("late", 100 * 3600, 100 * 3600 + 1)), SubtitleFormat.Srt);

        Assert.Contains("100:00:00,000 --> 100:00:01,000", srt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filtered_and_redacted_words_show_as_they_are()
    {
        Assert.Equal(["I am [PII]."], Assert.Single(await SubtitleText.SrtCuesAsync(await Golden.ReadAsync("redacted"))).Lines);
        Assert.Equal(["a ***"], Assert.Single(await SubtitleText.SrtCuesAsync(Said(("a", 0, 1), ("***", 1, 2)))).Lines);
    }
}
