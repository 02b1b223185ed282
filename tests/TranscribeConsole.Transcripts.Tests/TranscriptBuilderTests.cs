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
    public async Task Readings_stand_in_their_segment_after_its_own_words()
    {
        var builder = new TranscriptBuilder("call-1", "123456789012") { HasAlternatives = true, ChannelCount = 1 };
        builder.BeginSegment(Seconds(0.2), Seconds(1.3), channel: 0);
        builder.AddWord("recognize", Seconds(0.2), Seconds(0.8), 0.93);
        builder.AddWord("speech", Seconds(0.8), Seconds(1.3), 0.91);
        builder.AddPunctuation(".");
        builder.BeginAlternative();
        builder.AddWord("wreck", Seconds(0.2), Seconds(0.8), 0.04);
        builder.AddWord("beach", Seconds(0.8), Seconds(1.3), 0.05);
        builder.EndSegment();
        builder.BeginSegment(Seconds(2), Seconds(3), channel: 0);
        builder.AddWord("Yes", Seconds(2), Seconds(3), 1);
        builder.EndSegment();

        var written = Encoding.UTF8.GetString(await Golden.WriteAsync(builder.Build()));

        Assert.Contains(
            """
            "segments":[{"start_time":"0.2","end_time":"1.3","channel_label":"ch_0","alternatives":[{"transcript":"recognize speech.","items":[{"start_time":"0.2","end_time":"0.8","confidence":"0.93","type":"pronunciation","content":"recognize"},{"start_time":"0.8","end_time":"1.3","confidence":"0.91","type":"pronunciation","content":"speech"},{"confidence":"0.0","type":"punctuation","content":"."}]},{"transcript":"wreck beach","items":[
            """.Trim(), written, StringComparison.Ordinal);
        Assert.Contains("""{"start_time":"2.0","end_time":"3.0","channel_label":"ch_0","alternatives":[{"transcript":"Yes","items":""", written, StringComparison.Ordinal);
        Assert.Contains("""[{"transcript":"recognize speech. Yes"}]""", written, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new TranscriptBuilder("a", "123456789012").BeginAlternative());
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
