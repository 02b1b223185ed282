namespace TranscribeConsole.Transcripts.Tests.Words;

public sealed class WordAlternativeTests
{
    [Fact]
    public async Task Word_has_the_readings_of_the_same_time()
    {
        var transcript = await Golden.ReadAsync("alternatives-channels");

        Assert.Equal([new WordAlternative("wreck a nice", 0.2)], WordAlternative.Of(transcript, 0));
        Assert.Equal([new WordAlternative("beach", 0.1)], WordAlternative.Of(transcript, 1));
        Assert.Empty(WordAlternative.Of(transcript, 2)); // a mark
        Assert.Empty(WordAlternative.Of(transcript, 3)); // one reading only
    }

    [Fact]
    public async Task Segment_is_found_by_time_and_channel()
    {
        var transcript = await Golden.ReadAsync("alternatives-channels");

        Assert.Equal("ch_0", WordAlternative.SegmentOf(transcript, 1)!.Value.ChannelLabel);
        Assert.Equal("yes", Assert.Single(WordAlternative.SegmentOf(transcript, 3)!.Value.Alternatives).Transcript);
        Assert.Null(WordAlternative.SegmentOf(await Golden.ReadAsync("plain"), 0));
    }
}
