using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Assembling;

public sealed class UtteranceSplitterTests
{
    [Fact]
    public void Pause_ends_a_sentence() =>
        Assert.Equal(["go forward.", "ten meters."], Texts(Segment("go:0-1 forward:1-2 ten:2.7-3 meters:3-4")));

    [Fact]
    public void Breath_does_not() => Assert.Equal(["go forward ten meters."], Texts(Segment("go:0-1 forward:1-2 ten:2.6-3 meters:3-4")));

    [Fact]
    public void Pause_after_an_article_is_a_thought_unless_it_is_long() =>
        Assert.Equal(["turn the wheel to the.", "go."], Texts(Segment("turn:0-1 the:1-2 wheel:3-4 to:4-5 the:5-6 go:8-9")));

    [Fact]
    public void Pause_between_segments_ends_a_sentence_even_if_the_engine_stretches_words() =>
        Assert.Equal(["yes.", "no."], Texts(Segment("yes:0-1", endsAtPause: true), Segment("no:1.3-2")));

    [Fact]
    public void Cut_between_segments_does_not() => Assert.Equal(["yes no."], Texts(Segment("yes:0-1"), Segment("no:1.3-2")));

    [Fact]
    public void Endless_sentence_is_broken_at_a_cut_without_a_full_stop()
    {
        var utterances = UtteranceSplitter.Split([Segment("so:0-15 we:15-31"), Segment("went:31-32 on:32-33")]).ToList();

        Assert.Equal(["so we", "went on."], utterances.Select(Text));
        Assert.Equal([true, false], utterances.Select(utterance => utterance.BeginsSentence));
    }

    [Fact]
    public void Nothing_said_is_no_utterance() => Assert.Empty(UtteranceSplitter.Split([new RecognisedSegment(0, true, [])]));

    [Theory]
    [InlineData("i", false, "I")]
    [InlineData("i'll", false, "I'll")]
    [InlineData("it", false, "it")]
    [InlineData("it", true, "It")]
    public void Word_is_written_with_its_capital(string word, bool begins, string expected) => Assert.Equal(expected, WrittenForm.Of(word, begins));

    private static IEnumerable<string> Texts(params RecognisedSegment[] segments) => UtteranceSplitter.Split(segments).Select(Text);

    private static string Text(Utterance utterance) =>
        string.Join(' ', utterance.Words.Select(word => word.Text)) + (utterance.EndsSentence ? "." : "");

    // word:start-end, in seconds
    private static RecognisedSegment Segment(string words, bool endsAtPause = false) => new(0, endsAtPause, [.. words.Split(' ').Select(Word)]);

    private static RecognisedWord Word(string text)
    {
        var parts = text.Split(':', '-');
        return new RecognisedWord(parts[0], Seconds(parts[1]), Seconds(parts[2]), 0.9);
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
