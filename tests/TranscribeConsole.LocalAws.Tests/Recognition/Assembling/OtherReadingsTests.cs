using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Assembling;

public sealed class OtherReadingsTests
{
    [Fact]
    public void Doubts_are_swapped_one_at_a_time_most_probable_first()
    {
        RecognisedWord[] words = [Word("he", 0.9), Word("was", 0.6, ("is", 0.3), ("has", 0.06)), Word("here", 0.8, ("there", 0.2))];

        Assert.Equal(["he is here", "he was there", "he has here"], Texts(words, 9));
        Assert.Equal(["he is here", "he was there"], Texts(words, 2));
    }

    [Fact]
    public void Reading_more_probable_than_the_words_is_first_of_the_others()
    {
        RecognisedWord[] words = [Word("purposes", 0.2, ("purpose", 0.6)), Word("it", 0.5, ("is", 0.4))];

        Assert.Equal(["purpose it", "purposes is"], Texts(words, 9));
    }

    [Fact]
    public void Swapped_word_has_its_own_confidence_and_the_time_of_the_one_it_replaces()
    {
        var word = Word("was", 0.6, ("is", 0.3));

        var other = Assert.Single(Assert.Single(OtherReadings.Of([word], 9)));

        Assert.Equal(("is", word.Start, word.End, 0.3), (other.Text, other.Start, other.End, other.Confidence));
    }

    [Fact]
    public void Words_without_doubt_have_no_other_reading() => Assert.Empty(Texts([Word("yes", 1)], 9));

    [Fact]
    public void Impossible_and_certain_words_are_no_trouble() => Assert.Equal(["b"], Texts([Word("a", 0, ("b", 1))], 9));

    private static string[] Texts(RecognisedWord[] words, int count) =>
        [.. OtherReadings.Of(words, count).Select(reading => string.Join(' ', reading.Select(word => word.Text)))];

    private static RecognisedWord Word(string text, double confidence, params (string Text, double Confidence)[] others) =>
        new(text, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), confidence) { Others = [.. others.Select(other => new WordReading(other.Text, other.Confidence))] };
}
