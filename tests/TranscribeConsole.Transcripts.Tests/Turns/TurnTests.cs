using System.Text;

namespace TranscribeConsole.Transcripts.Tests.Turns;

public sealed class TurnTests
{
    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public async Task Consecutive_segments_of_a_speaker_are_one_turn()
    {
        var turns = (await Golden.ReadAsync("speakers")).Turns;

        Assert.Equal([("spk_0", "Hello?"), ("spk_1", "Hi there.")], turns.Select(turn => (turn.Label!, turn.Text)));
        Assert.Equal((Seconds(1.4), Seconds(2.9)), (turns[1].Start, turns[1].End));
        Assert.Equal([2, 3, 4], turns[1].Items.ToArray());
    }

    [Fact]
    public async Task Without_audio_segments_turns_come_from_items_and_the_text_keeps_its_spaces()
    {
        var turns = (await Golden.ReadAsync("speakers-old")).Turns;

        Assert.Equal([("spk_4", "Toe  be."), ("spk_1", "Or not")], turns.Select(turn => (turn.SpeakerLabel!, turn.Text)));
        Assert.Equal((Seconds(1.2), Seconds(2.6)), (turns[0].Start, turns[0].End));
    }

    [Fact]
    public async Task Channels_are_turns()
    {
        Assert.Equal([("ch_0", "Yes."), ("ch_1", "Okay")], (await Golden.ReadAsync("channels")).Turns.Select(t => (t.ChannelLabel!, t.Text)));
        Assert.Equal([("ch_0", "Yes hi."), ("ch_1", "Okay hi?")], (await Golden.ReadAsync("channels-old")).Turns.Select(t => (t.Label!, t.Text)));
    }

    [Fact]
    public async Task Items_that_the_text_does_not_have_are_joined()
    {
        var json = Encoding.UTF8.GetString(Golden.Bytes("speakers-old.json")).Replace("Or not", "Or knot", StringComparison.Ordinal);

        var turns = (await Golden.ReadAsync(Encoding.UTF8.GetBytes(json))).Turns;

        Assert.Equal(["Toe be.", "Or not"], turns.Select(turn => turn.Text));
    }

    [Fact]
    public void Plain_transcript_gets_a_new_paragraph_after_a_pause()
    {
        var turns = Sentences(lengthSeconds: 3, gapsSeconds: [0.5, 2.5, 0.5]).Turns;

        Assert.Equal(["One two. One two.", "One two. One two."], turns.Select(turn => turn.Text));
        Assert.All(turns, turn => Assert.Null(turn.Label));
    }

    [Fact]
    public void Long_paragraph_ends_with_a_sentence() =>
        Assert.Equal([4, 2], Sentences(lengthSeconds: 8, gapsSeconds: [0.5, 0.5, 0.5, 0.5, 0.5]).Turns.Select(turn => turn.Items.Length / 3));

    [Fact]
    public async Task Text_without_items_is_one_turn()
    {
        var json = """{"results":{"transcripts":[{"transcript":"Lovely weather."}],"items":[]}}"""u8.ToArray();

        Assert.Equal("Lovely weather.", Assert.Single((await Golden.ReadAsync(json)).Turns).Text);
    }

    private static Transcript Sentences(double lengthSeconds, double[] gapsSeconds)
    {
        var builder = new TranscriptBuilder("job", "123456789012");
        var start = 0.0;
        foreach (var gap in (double[])[.. gapsSeconds, 0])
        {
            var (from, middle, to) = (Seconds(start), Seconds(start + lengthSeconds / 2), Seconds(start + lengthSeconds));
            builder.BeginSegment(from, to);
            builder.AddWord("One", from, middle, 1);
            builder.AddWord("two", middle, to, 1);
            builder.AddPunctuation(".");
            builder.EndSegment();
            start += lengthSeconds + gap;
        }

        return builder.Build();
    }
}
