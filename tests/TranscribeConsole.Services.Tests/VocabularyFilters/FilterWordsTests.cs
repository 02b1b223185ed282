using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.VocabularyFilters;

namespace TranscribeConsole.Services.Tests.VocabularyFilters;

public sealed class FilterWordsTests
{
    private static readonly Quotas Quotas = ServiceLimits.Load().Quotas;

    [Fact]
    public void Blank_lines_and_doubles_are_left_out() => Assert.Equal(["Park", "walk"], FilterWords.Of([" Park ", "", "walk", "PARK"]));

    [Fact]
    public void Broken_rules_name_their_line()
    {
        var problems = FilterWords.Check(["fine", "two words", "Fine", new string('a', 257)], Quotas).ToList();

        Assert.Equal(
            [
                new(2, "Line 2 holds “two words”: each line is one word without spaces.", IsFault: true),
                new(3, "Line 3, “Fine”, is the same as line 1: case makes no difference. It is left out.", IsFault: false),
                new(4, "Line 4 has 257 characters; a word can have up to 256.", IsFault: true),
            ],
            problems);
    }

    [Theory]
    [InlineData(FilterMethod.Mask, "I *** but she swears, and the *** dog barks.")]
    [InlineData(FilterMethod.Remove, "I but she swears, and the dog barks.")]
    [InlineData(FilterMethod.Tag, "I [swear] but she swears, and the [BAD] dog barks.")]
    public void Whole_words_are_found_in_any_case(FilterMethod method, string expected)
    {
        var pieces = FilterPreview.Apply("I swear but she swears, and the BAD dog barks.", ["Swear", "bad"], method);

        Assert.Equal(expected, string.Concat(pieces.Select(piece => piece.IsHit && method == FilterMethod.Tag ? $"[{piece.Text}]" : piece.Text)));
    }

    // As the jobs of the local backend have it: WordRulesTests.
    [Theory]
    [InlineData("mr", "Ask ***. Smith")]
    [InlineData("Mr.", "Ask *** Smith")]
    [InlineData("Mr.S", "Ask Mr. Smith")]
    public void Word_is_found_beside_a_mark_and_together_with_it(string word, string expected) =>
        Assert.Equal(expected, string.Concat(FilterPreview.Apply("Ask Mr. Smith", [word], FilterMethod.Mask).Select(piece => piece.Text)));

    // As the jobs of the local backend have it: WordRulesTests.
    [Theory]
    [InlineData("Ask Mr. Smith", "Ask. Smith")]
    [InlineData("So, mr. Dogs bark.", "So. Dogs bark.")]
    [InlineData("So mr, dogs bark.", "So, dogs bark.")]
    [InlineData("So, mr, dogs bark.", "So, dogs bark.")]
    [InlineData("Dogs! Mr. They bark.", "Dogs! They bark.")]
    [InlineData("Mr. Dogs bark.", "Dogs bark.")]
    [InlineData("Dogs bark, mr mr!", "Dogs bark!")]
    [InlineData("At mr:30 mr", "At:30")]
    [InlineData("Mr mr.", "")]
    [InlineData("Dogs\nmr. Bark", "Dogs.\n Bark")]
    [InlineData("\nmr. Dogs", "\nDogs")]
    public void Marks_of_a_removed_word_go_to_the_word_before(string text, string expected) =>
        Assert.Equal(expected, string.Concat(FilterPreview.Apply(text, ["mr"], FilterMethod.Remove).Select(piece => piece.Text)));
}
