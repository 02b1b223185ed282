using System.Text;

namespace TranscribeConsole.Transcripts.Tests;

public sealed class TranscriptBuilderTests
{
    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public async Task Plain_transcript_has_the_services_form()
    {
        var builder = new TranscriptBuilder("demo-1", "012345678901");
        builder.BeginSegment(Seconds(0.31), Seconds(1.1));
        builder.AddWord("Good", Seconds(0.31), Seconds(0.62), 0.998);
        builder.AddWord("evening", Seconds(0.62), Seconds(1.1), 0.991);
        builder.AddPunctuation(".");
        builder.EndSegment();
        builder.BeginSegment(Seconds(2), Seconds(3.5));
        builder.AddWord("Shall", Seconds(2), Seconds(2.305), 0.99996);
        builder.AddWord("we", Seconds(2.305), Seconds(3.48), 0.5);
        builder.AddPunctuation("?");
        builder.EndSegment();

        var expected = Encoding.UTF8.GetString(Golden.Bytes("plain.json")).Replace("3.0E-4", "0.5", StringComparison.Ordinal);
        Assert.Equal(expected, Encoding.UTF8.GetString(await Golden.WriteAsync(builder.Build())));
    }

    [Fact]
    public async Task Channels_are_ordered_by_utterance_and_repeated_in_full()
    {
        var builder = new TranscriptBuilder("call-1", "123456789012") { ChannelCount = 2 };
        builder.BeginSegment(Seconds(1), Seconds(1.6), channel: 1);
        builder.AddWord("Okay", Seconds(1.1), Seconds(1.5), 0.96);
        builder.EndSegment();
        builder.BeginSegment(Seconds(0.2), Seconds(0.7), channel: 0);
        builder.AddWord("Yes", Seconds(0.2), Seconds(0.6), 1);
        builder.AddPunctuation(".");
        builder.EndSegment();

        Assert.Equal(TranscriptDump.Of(await Golden.ReadAsync("channels")), TranscriptDump.Of(builder.Build()));
    }

    [Fact]
    public async Task Nothing_said_is_an_empty_transcript()
    {
        var builder = new TranscriptBuilder("silence", "123456789012");
        builder.BeginSegment(Seconds(0), Seconds(5));
        builder.EndSegment();

        Assert.Equal(
            """{"jobName":"silence","accountId":"123456789012","status":"COMPLETED","results":{"transcripts":[{"transcript":""}],"items":[],"audio_segments":[]}}""",
            Encoding.UTF8.GetString(await Golden.WriteAsync(builder.Build())));
    }

    [Fact]
    public void Text_has_no_spaces_where_the_script_has_none()
    {
        var builder = new TranscriptBuilder("tokyo", "123456789012");
        builder.BeginSegment(Seconds(0), Seconds(3));
        foreach (var word in new[] { "東京", "は", "Tokyo", "です" }) builder.AddWord(word, Seconds(1), Seconds(2), 1);
        builder.AddPunctuation("。");
        builder.EndSegment();

        Assert.Equal("東京は Tokyo です。", builder.Build().Text);
    }

    [Fact]
    public void Misuse_is_refused()
    {
        var builder = new TranscriptBuilder("job", "123456789012");
        Assert.Throws<InvalidOperationException>(() => builder.AddPunctuation("."));
        Assert.Throws<InvalidOperationException>(builder.EndSegment);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.BeginSegment(Seconds(2), Seconds(1)));
        builder.BeginSegment(Seconds(0), Seconds(1), channel: 0);
        Assert.Throws<InvalidOperationException>(() => builder.BeginSegment(Seconds(0), Seconds(1)));
        Assert.Throws<ArgumentException>(() => builder.AddWord(" ", Seconds(0), Seconds(1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddWord("a", Seconds(0), Seconds(1), 1.01));
        builder.AddWord("a", Seconds(0), Seconds(1), 1);
        Assert.Throws<InvalidOperationException>(builder.Build);
        builder.EndSegment();
        Assert.Throws<InvalidOperationException>(builder.Build); // a channel, but no ChannelCount
    }
}
