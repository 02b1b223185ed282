using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Numbers;

public sealed class SpokenNumbersTests
{
    /// <summary>What was said, what is written; one case a line.</summary>
    private const string Cases =
        """
        zero | zero
        one | one
        five apples | five apples
        ten | ten
        eleven | 11
        twelve people | 12 people
        thirteen | 13
        fourteen | 14
        fifteen | 15
        sixteen | 16
        seventeen | 17
        eighteen | 18
        nineteen | 19
        twenty | 20
        twenty one | 21
        thirty two | 32
        forty three | 43
        fifty four | 54
        sixty five | 65
        seventy six | 76
        eighty seven | 87
        ninety eight | 98
        ninety nine | 99
        a hundred | 100
        one hundred | 100
        a hundred and one | 101
        one hundred one | 101
        two hundred | 200
        two hundred and five | 205
        two hundred fifty | 250
        three hundred sixty five days | 365 days
        nine hundred ninety nine | 999
        a thousand | 1000
        one thousand | 1000
        five thousand | 5000
        one thousand two hundred | 1200
        one thousand and one nights | 1001 nights
        twelve hundred | 1200
        two thousand and eight | 2008
        nine thousand nine hundred ninety nine | 9999
        ten thousand | 10,000
        twenty five thousand | 25,000
        one hundred thousand | 100,000
        one hundred twenty three thousand four hundred fifty six | 123,456
        two million | 2 million
        one billion | 1 billion
        three point five million | 3.5 million
        twelve million people | 12 million people
        seven trillion | 7 trillion
        two hundred million | 200 million
        zero point five | 0.5
        three point one four | 3.14
        three point one four one five nine | 3.14159
        twenty one point oh five | 21.05
        one point zero | 1.0
        the point is | the point is
        five percent | 5%
        fifty percent | 50%
        one hundred percent | 100%
        two point five percent | 2.5%
        ten per cent | 10%
        zero percent | 0%
        one per person | one per person
        one dollar | $1
        five dollars | $5
        five dollars and fifty cents | $5.50
        five dollars fifty cents | $5.50
        twenty dollars and five cents | $20.05
        a hundred dollars | $100
        two thousand dollars | $2000
        twenty five thousand dollars | $25,000
        three million dollars | $3 million
        two point five billion dollars | $2.5 billion
        ten euros | €10
        one euro | €1
        ninety nine cents | 99 cents
        five cents | five cents
        ten pounds | ten pounds
        first | first
        the second time | the second time
        tenth | tenth
        eleventh | 11th
        twelfth | 12th
        thirteenth | 13th
        twentieth century | 20th century
        twenty first | 21st
        twenty second | 22nd
        twenty third | 23rd
        twenty fourth | 24th
        thirtieth | 30th
        ninety ninth | 99th
        hundredth | 100th
        the twenty first century | the 21st century
        may fifth | May 5th
        july fourth | July 4th
        july fourth seventeen seventy six | July 4th 1776
        the fifth of may | the 5th of May
        the first of january twenty twenty six | the 1st of January 2026
        december twenty fifth | December 25th
        december thirty first nineteen ninety nine | December 31st 1999
        march third | March 3rd
        june six | June 6
        june sixth nineteen forty four | June 6th 1944
        we may go | we may go
        march on | march on
        nineteen ninety nine | 1999
        nineteen oh five | 1905
        nineteen hundred | 1900
        twenty twenty six | 2026
        twenty ten | 2010
        eighteen sixty five | 1865
        seventeen seventy six | 1776
        in nineteen eighty four we | in 1984 we
        five five five one two three four | 5551234
        nine one one | 911
        oh well | oh well
        two oh seven | 207
        one two | one two
        one two three hundred | one two 300
        double oh seven | double oh seven
        twenty and thirty | 20 and 30
        between ten and twenty | between ten and 20
        one and two | one and two
        two or three hundred | two or 300
        hundreds of people | hundreds of people
        hundred | hundred
        thousand | thousand
        a million | a million
        someone said eleven of them came | someone said 11 of them came
        it is twenty to five | it is 20 to five
        forty two is the answer | 42 is the answer
        a dog | a dog
        a | a
        point | point
        percent | percent
        """;

    public static TheoryData<string, string> Table
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var line in Cases.Split('\n')) data.Add(line.Split(" | ")[0], line.Split(" | ")[1]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Numbers_are_written_as_people_write_them(string said, string written) => Assert.Equal(written, Text(Said(said.Split(' '))));

    [Fact]
    public void Table_has_more_than_a_hundred_cases() => Assert.True(Table.Count > 100);

    [Fact]
    public void Number_lasts_from_its_first_word_to_its_last_and_is_as_sure_as_its_least_sure_word()
    {
        var words = Said(["about", "twenty", "five", "percent", "more"]);
        words[2] = words[2] with { Confidence = 0.4 };
        var written = WordRules.None.Apply(words, beginsSentence: false);

        Assert.Equal(["about", "25%", "more"], written.Select(word => word.Content));
        Assert.Equal((words[1].Start, words[3].End, 0.4), (written[1].Start, written[1].End, written[1].Confidence));
    }

    [Fact]
    public void Vocabulary_filter_and_an_engine_that_writes_by_itself_go_before_numbers()
    {
        var vocabulary = new WordRules([new("seventy-six", "Seventy-Six")], [], VocabularyFilterMethod.Mask);
        var filter = new WordRules([], ["twenty"], VocabularyFilterMethod.Mask);
        var written = Said(["twenty", "five"]).Select(word => word with { IsWritten = true }).ToList();

        Assert.Equal("one hundred Seventy-Six", Text(Said(["one", "hundred", "seventy", "six"]), vocabulary));
        Assert.Equal("*** five", Text(Said(["twenty", "five"]), filter));
        Assert.Equal("twenty five", Text(written));
    }

    /// <summary>Whatever is said, words outside numbers come out in order, times rise, and every word's time is covered.</summary>
    [Property(MaxTest = 500)]
    public Property No_word_outside_numbers_is_lost_and_words_keep_their_times()
    {
        var said = Gen.Elements(
            "one", "five", "oh", "eleven", "twenty", "hundred", "thousand", "million", "point", "percent", "per", "cent", "cents", "dollars", "first",
            "third", "twentieth", "may", "june", "of", "and", "a", "cat", "went", "home").ListOf().ToArbitrary();
        return Prop.ForAll(said, texts =>
        {
            var words = Said([.. texts]);
            var written = WordRules.None.Apply(words, beginsSentence: false);
            string[] plain = ["cat", "went", "home"];
            var isComplete = texts.Where(plain.Contains).SequenceEqual(written.Select(word => word.Content).Where(plain.Contains));
            var isInOrder = written.Zip(written.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
            var covers = words.All(word => written.Any(one => one.Start <= word.Start && word.End <= one.End));
            return isComplete && isInOrder && covers;
        });
    }

    private static List<RecognisedWord> Said(string[] words) =>
        [.. words.Select((word, index) => new RecognisedWord(word, TimeSpan.FromSeconds(index), TimeSpan.FromSeconds(index + 0.9), 0.9))];

    private static string Text(IReadOnlyList<RecognisedWord> words, WordRules? rules = null) =>
        string.Join(' ', (rules ?? WordRules.None).Apply(words, beginsSentence: false).Select(word => word.Content));
}
