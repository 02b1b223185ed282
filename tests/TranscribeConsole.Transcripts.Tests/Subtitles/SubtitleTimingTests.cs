using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;
using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.Transcripts.Tests.Subtitles;

/// <summary>The shortest time and the reading speed: what they do, and where they give way.</summary>
public sealed class SubtitleTimingTests
{
    private static readonly SubtitleOptions TwoSeconds = new() { MinDuration = TimeSpan.FromSeconds(2) };

    [Fact]
    public async Task Short_sentence_shares_its_cue_with_the_next_of_the_same_speaker() =>
        Assert.Equal(["0.0-2.5 Yes. I do."], await CuesAsync(TwoSeconds, (0, "Yes.", 0, 0.5), (0, "I", 0.5, 1), (0, "do.", 1, 2.5)));

    [Fact]
    public async Task Without_a_shortest_time_each_sentence_has_a_cue() =>
        Assert.Equal(["0.0-0.5 Yes.", "0.5-2.5 I do."], await CuesAsync(SubtitleOptions.Default, (0, "Yes.", 0, 0.5), (0, "I", 0.5, 1), (0, "do.", 1, 2.5)));

    [Fact]
    public async Task Short_cue_stays_until_the_shortest_time_or_the_next_cue() => Assert.Equal(
        ["0.0-2.0 Yes.", "5.0-5.9 No.", "5.9-7.9 Well."],
        await CuesAsync(TwoSeconds, (0, "Yes.", 0, 0.5), (0, "No.", 5, 5.1), (1, "Well.", 5.9, 6)));

    [Fact]
    public async Task Shortest_time_gives_way_where_another_speaks_at_once() => Assert.Equal(
        ["0.0-0.5 Yes?", "0.5-2.5 Yes!"], await CuesAsync(TwoSeconds, (0, "Yes?", 0, 0.5), (1, "Yes!", 0.5, 1)));

    [Fact]
    public async Task Reading_speed_holds_where_a_pause_allows_and_gives_way_where_none_does()
    {
        var options = new SubtitleOptions { CharactersPerSecond = 10 };

        Assert.Equal(["0.0-2.0 Twenty letters here."], await CuesAsync(options, (0, "Twenty", 0, 0.2), (0, "letters", 0.2, 0.4), (0, "here.", 0.4, 0.6)));
        Assert.Equal(
            ["0.0-0.6 Twenty letters here.", "0.6-1.5 And more."],
            await CuesAsync(options, (0, "Twenty", 0, 0.2), (0, "letters", 0.2, 0.4), (0, "here.", 0.4, 0.6), (0, "And", 0.6, 0.7), (0, "more.", 0.7, 1.1)));
    }

    /// <summary>Words by channel, of one utterance each.</summary>
    private static async Task<IEnumerable<string>> CuesAsync(SubtitleOptions options, params (int Channel, string Word, double Start, double End)[] words)
    {
        var builder = new TranscriptBuilder("job", "123456789012") { ChannelCount = 2 };
        foreach (var (channel, word, start, end) in words)
        {
            builder.BeginSegment(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), channel);
            builder.AddWord(word.TrimEnd('.', '?', '!'), TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), 1);
            if (!char.IsLetter(word[^1])) builder.AddPunctuation(word[^1..]);
            builder.EndSegment();
        }

        using var to = new MemoryStream();
        await SubtitleWriter.WriteAsync(EditedTranscript.Of(builder.Build()), SubtitleFormat.Srt, options with { StartIndex = 1 }, TranscriptSelection.All, to, CancellationToken.None);
        to.Position = 0;
        return SubtitleText.Cues(await new StreamReader(to).ReadToEndAsync()).Select(cue => FormattableString.Invariant(
            $"{cue.Start.TotalSeconds:0.0}-{cue.End.TotalSeconds:0.0} {string.Join(' ', cue.Lines)}"));
    }
}
