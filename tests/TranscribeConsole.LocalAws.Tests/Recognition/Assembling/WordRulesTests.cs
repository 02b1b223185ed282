using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Assembling;

public sealed class WordRulesTests
{
    [Theory]
    [InlineData("Lake-Tahoe", "Lake Tahoe", "we went to lake tahoe today", "We went to Lake Tahoe today")]
    [InlineData("Etienne", null, "etienne came", "Etienne came")]
    [InlineData("Los-Angeles", null, "in los angeles", "In Los-Angeles")]
    [InlineData("well-known", "well known", "a well-known man", "A well known man")]
    [InlineData("K.P.I.", "KPI", "the k. p. i. fell", "The KPI fell")]
    [InlineData("K.P.I.-s", "KPIs", "the k. p. i.'s fell", "The KPIs fell")]
    [InlineData("C.D.-s", "CDs", "old c.d.s sell", "Old CDs sell")]
    [InlineData("today", "TODAY", "to day", "To day")]
    public void Phrase_heard_is_written_as_the_vocabulary_says(string phrase, string? displayAs, string heard, string written) =>
        Assert.Equal(written, Text(new([new(phrase, displayAs)], [], VocabularyFilterMethod.Mask), heard));

    [Fact]
    public void Longer_phrase_wins() =>
        Assert.Equal("In New York City now", Text(new([new("New-York", "NY"), new("New-York-City", "New York City")], [], default), "in new york city now"));

    [Fact]
    public void Phrase_takes_the_times_of_its_words_and_the_least_confidence()
    {
        var rules = new WordRules([new("Lake-Tahoe", "Lake Tahoe")], [], VocabularyFilterMethod.Mask);

        var word = Assert.Single(rules.Apply([Word("lake", 1, 0.9), Word("tahoe", 2, 0.4)], beginsSentence: false));

        Assert.Equal(new WrittenWord("Lake Tahoe", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.5), 0.4), word);
    }

    [Theory]
    [InlineData("mask", "The *** dog barked darned loud")]
    [InlineData("remove", "The dog barked darned loud")]
    [InlineData("tag", "The darn dog barked darned loud")]
    public void Whole_words_of_the_filter_are_masked_removed_or_kept_whatever_their_case(string method, string written) =>
        Assert.Equal(written, Text(new([], ["DARN", "bark"], Enum.Parse<VocabularyFilterMethod>(method, ignoreCase: true)), "the darn dog barked darned loud"));

    [Fact]
    public void Tagged_words_are_marked()
    {
        var words = new WordRules([], ["dog"], VocabularyFilterMethod.Tag).Apply([Word("the", 0), Word("dog", 1)], beginsSentence: true);

        Assert.Equal([false, true], words.Select(word => word.IsFilterMatch));
    }

    [Fact]
    public void Sentence_begins_with_a_capital_also_when_its_first_word_is_removed() =>
        Assert.Equal("Dogs bark", Text(new([], ["darn"], VocabularyFilterMethod.Remove), "darn dogs bark"));

    [Theory]
    [InlineData("mask", "*** Tahoe is big")]
    [InlineData("remove", "Tahoe is big")]
    public void Filter_looks_into_what_the_vocabulary_wrote(string method, string written) => Assert.Equal(
        written,
        Text(new([new("Lake-Tahoe", "Lake Tahoe")], ["lake"], Enum.Parse<VocabularyFilterMethod>(method, ignoreCase: true)), "lake tahoe is big"));

    [Theory]
    [InlineData("mask", "Ask ***. smith")]
    [InlineData("remove", "Ask. smith")]
    [InlineData("tag", "Ask Mr. smith")]
    public void Filter_finds_a_word_beside_a_mark_that_the_vocabulary_wrote(string method, string written) => Assert.Equal(
        written,
        Text(new([new("mister", "Mr.")], ["mr"], Enum.Parse<VocabularyFilterMethod>(method, ignoreCase: true)), "ask mister smith"));

    [Fact]
    public void Filter_takes_a_word_with_its_mark_where_it_holds_both() =>
        Assert.Equal("Ask *** smith", Text(new([new("mister", "Mr.")], ["Mr."], VocabularyFilterMethod.Mask), "ask mister smith"));

    // As the page where a filter is tried shows it: FilterWordsTests.
    [Theory]
    [InlineData("So, darn. Dogs bark.", "So. Dogs bark.")]
    [InlineData("So darn, dogs bark.", "So, dogs bark.")]
    [InlineData("So, darn, dogs bark.", "So, dogs bark.")]
    [InlineData("Dogs! Darn. They bark.", "Dogs! They bark.")]
    [InlineData("Darn. Dogs bark.", "Dogs bark.")]
    [InlineData("Dogs bark, darn darn!", "Dogs bark!")]
    [InlineData("Dogs 👍 bark.", "Dogs 👍 bark.")] // nothing of it is to be removed
    [InlineData("Dogs (darn) bark.", "Dogs bark.")]
    public void Marks_of_a_removed_word_go_to_the_word_before(string said, string written)
    {
        var words = said.Split(' ').Select((word, i) => Word(word.TrimEnd('.', ',', '!'), i) with
        {
            IsWritten = true,
            Punctuation = ".,!".Contains(word[^1], StringComparison.Ordinal) ? word[^1..] : null,
        });

        Assert.Equal(written, Text(new WordRules([], ["darn"], VocabularyFilterMethod.Remove).Apply([.. words], beginsSentence: true)));
    }

    [Fact]
    public void Nothing_is_left_when_every_word_is_removed() =>
        Assert.Empty(new WordRules([], ["darn"], VocabularyFilterMethod.Remove).Apply([Word("darn", 0)], beginsSentence: true));

    private static string Text(WordRules rules, string heard) =>
        Text(rules.Apply([.. heard.Split(' ').Select((word, i) => Word(word, i))], beginsSentence: true));

    private static string Text(IEnumerable<WrittenWord> words) => string.Join(' ', words.Select(word => word.Content + word.Punctuation));

    private static RecognisedWord Word(string text, double start, double confidence = 1) =>
        new(text, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(start + 0.5), confidence);
}
