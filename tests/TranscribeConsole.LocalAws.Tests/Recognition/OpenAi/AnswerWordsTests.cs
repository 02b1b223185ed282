using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Recognition.OpenAi;

namespace TranscribeConsole.LocalAws.Tests.Recognition.OpenAi;

public sealed class AnswerWordsTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    [Fact]
    public void Words_without_punctuation_get_it_from_the_text()
    {
        var words = Of(new() { Text = "Good evening, Anna.", Words = [Word("Good", 0.3, 0.6), Word("evening", 0.6, 1.1), Word("Anna", 1.4, 1.9)] });

        Assert.Equal(["Good 0.3-0.6", "evening 0.6-1.1 ,", "Anna 1.4-1.9 ."], words.Select(Describe));
    }

    [Fact]
    public void Words_with_punctuation_and_spaces_of_their_own_come_out_the_same()
    {
        var words = Of(new() { Text = " Good evening, Anna.", Words = [Word(" Good", 0.3, 0.6), Word(" evening,", 0.6, 1.1), Word(" Anna.", 1.4, 1.9)] });

        Assert.Equal(["Good 0.3-0.6", "evening 0.6-1.1 ,", "Anna 1.4-1.9 ."], words.Select(Describe));
    }

    [Fact]
    public void Text_written_otherwise_than_its_words_keeps_its_text_and_about_its_times()
    {
        var words = Of(new() { Text = "It costs $25.", Words = [Word("it", 1, 1.2), Word("costs", 1.2, 1.8), Word("twenty", 2, 2.5), Word("five", 2.5, 3), Word("dollars", 3, 3.5)] });

        Assert.Equal(["It", "costs", "$25"], words.Select(word => word.Text));
        Assert.All(words, word => Assert.InRange(word.End.TotalSeconds, 1, 3.5));
    }

    [Fact]
    public void Script_without_spaces_is_cut_at_the_words_of_the_answer()
    {
        var words = Of(new() { Text = "今日は天気です。", Words = [Word("今日", 0, 0.4), Word("は", 0.4, 0.5), Word("天気", 0.5, 1), Word("です", 1, 1.4)] });

        Assert.Equal(["今日 0-0.4", "は 0.4-0.5", "天気 0.5-1", "です 1-1.4 。"], words.Select(Describe));
    }

    [Fact]
    public void Script_without_spaces_and_without_words_is_cut_at_its_letters()
    {
        var words = Of(new() { Text = "天気。", Segments = [new() { Start = 1, End = 2, Text = "天気。" }] });

        Assert.Equal(["天 1-1.5", "気 1.5-2 。"], words.Select(Describe));
    }

    [Fact]
    public void Mark_with_a_space_before_it_belongs_to_the_word_before_and_a_dash_to_the_one_after()
    {
        var words = Of(new() { Text = "Vraiment ? Oui – bien sûr !", Segments = [new() { Start = 0, End = 5, Text = "Vraiment ? Oui – bien sûr !" }] });

        Assert.Equal(["Vraiment|?", "Oui|", "– bien|", "sûr|!"], words.Select(word => $"{word.Text}|{word.Punctuation}"));
    }

    [Theory]
    [InlineData("U.S.", "U.S.", null)]
    [InlineData("end.", "end", ".")]
    [InlineData("3.5", "3.5", null)]
    [InlineData("what?!", "what", "?!")]
    [InlineData("e.g.,", "e.g", ".,")]
    [InlineData("...", "", "...")]
    public void Marks_behind_a_word_are_items_of_their_own(string token, string word, string? marks) =>
        Assert.Equal((word, marks), SpokenText.Divide(token));

    [Fact]
    public void Probability_of_the_word_goes_before_that_of_its_segment()
    {
        var words = Of(new()
        {
            Text = "yes no",
            Words = [Word("yes", 0, 1) with { Probability = 0.9 }, Word("no", 1, 2)],
            Segments = [new() { Start = 0, End = 2, Text = "yes no", AvgLogprob = Math.Log(0.5) }],
        });

        Assert.Equal([0.9, 0.5], words.Select(word => Math.Round(word.Confidence!.Value, 3)));
    }

    [Fact]
    public void Nothing_but_notes_is_no_word() => Assert.Empty(Of(new() { Text = "♪ ♪ ..." }));

    /// <summary>Whatever a server says of times, words have rising ones inside the stretch, and no letter of the text is lost.</summary>
    [Property(MaxTest = 200)]
    public Property No_letter_is_lost_and_times_rise_whatever_the_server_says()
    {
        var word = from text in Gen.Elements("Hello,", "world", "天気", "–", "5.50", "U.S.", "…", "naïve", "ไป", "")
                   from start in Gen.Choose(-20, 400)
                   from end in Gen.Choose(-20, 400)
                   select new SpeechAnswerWord { Word = text, Start = start / 10.0, End = end / 10.0 };
        return Prop.ForAll(word.ListOf().ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (said, hasWords) =>
        {
            var text = string.Join(' ', said.Select(one => one.Word));
            var segments = said.Select(one => new SpeechAnswerSegment { Start = one.Start, End = one.End, Text = one.Word }).ToList();
            var words = Of(hasWords ? new() { Text = text, Words = [.. said] } : new() { Text = text, Segments = segments });
            var last = TimeSpan.Zero;
            foreach (var one in words)
            {
                if (one.Start < last || one.End < one.Start || one.End > Duration) return false;
                last = one.Start;
            }

            return string.Concat(words.Select(one => one.Text)).Count(SpokenText.IsLetter) == SpokenText.Letters(text);
        });
    }

    private static IReadOnlyList<RecognisedWord> Of(SpeechAnswer answer) => AnswerWords.Of(answer, Duration);

    private static SpeechAnswerWord Word(string word, double start, double end) => new() { Word = word, Start = start, End = end };

    private static string Describe(RecognisedWord word) => FormattableString.Invariant(
        $"{word.Text} {Math.Round(word.Start.TotalSeconds, 3)}-{Math.Round(word.End.TotalSeconds, 3)} {word.Punctuation}").TrimEnd();
}
