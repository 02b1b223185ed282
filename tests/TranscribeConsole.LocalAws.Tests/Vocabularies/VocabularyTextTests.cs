using System.Text;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Tests.Vocabularies;

public sealed class VocabularyTextTests
{
    private const string Header = "Phrase\tSoundsLike\tIPA\tDisplayAs\n";

    [Fact]
    public void Table_gives_phrases_and_how_they_are_written()
    {
        var content = Read(Header + "Lake-Tahoe\t\t\tLake Tahoe\nK.P.I.-s\t\t\tKPIs\nEtienne\t\t\t\n");

        Assert.Null(content.FailureReason);
        Assert.Equal([new("Lake-Tahoe", "Lake Tahoe"), new("K.P.I.-s", "KPIs"), new("Etienne", null)], content.Entries);
    }

    [Fact]
    public void Columns_may_stand_in_any_order() =>
        Assert.Equal([new("Lake-Tahoe", "Lake Tahoe")], Read("DisplayAs\tIPA\tPhrase\tSoundsLike\nLake Tahoe\t\tLake-Tahoe\t\n").Entries);

    [Theory]
    [InlineData("Los-Angeles\nEtienne\n")]
    [InlineData("Los-Angeles\nEtienne")]
    [InlineData("Los-Angeles,Etienne")]
    [InlineData("Los-Angeles, Etienne\n")]
    public void List_has_a_phrase_a_line_or_commas_between(string text) =>
        Assert.Equal([new("Los-Angeles", null), new("Etienne", null)], Read(text).Entries);

    [Theory]
    [InlineData("", "The vocabulary is empty. It must have at least one phrase.")]
    [InlineData("\n", "Line 1 has no phrase.")]
    [InlineData(Header, "The vocabulary has a header and no phrases. It must have at least one.")]
    [InlineData("Phrase\tDisplayAs\nTahoe\tTahoe\n", "Line 1 is not the header of a table: it must hold Phrase, SoundsLike, IPA and DisplayAs, separated by tabs.")]
    [InlineData("Phrase\tIPA\tIPA\tDisplayAs\n", "Line 1 is not the header of a table: it must hold Phrase, SoundsLike, IPA and DisplayAs, separated by tabs.")]
    [InlineData("Tahoe\t\t\tTahoe\n", "Line 1 is not the header of a table: it must hold Phrase, SoundsLike, IPA and DisplayAs, separated by tabs.")]
    [InlineData(Header + "Tahoe\t\tTahoe\n", "Line 2 has 2 tabs; it must have 3, one between each of the columns.")]
    [InlineData(Header + "Tahoe\t\t\tTahoe\t\n", "Line 2 has 4 tabs; it must have 3, one between each of the columns.")]
    [InlineData(Header + "\t\t\tTahoe\n", "Line 2 has no phrase.")]
    [InlineData(Header + "Tahoe\t\t\t\nLake Tahoe\t\t\t\n", "Line 3 has a space in the phrase 'Lake Tahoe'. Join its words by hyphens.")]
    [InlineData(Header + "Area-51\t\t\tArea 51\n", "Line 2 has a digit in the phrase 'Area-51'. Spell the number out.")]
    [InlineData(Header + "Tahoe\ttah-ho\tt ə\tTahoe\n", "Line 2 has both SoundsLike and IPA. Leave one of them empty.")]
    [InlineData(Header + "Tahoe\ttah ho\t\tTahoe\n", "Line 2 has a space in SoundsLike. Separate the syllables by hyphens.")]
    [InlineData("Étienne\n", "Line 1 has the character 'É' in the phrase 'Étienne', which en-US does not have.")]
    [InlineData("AT&T\n", "Line 1 has the character '&' in the phrase 'AT&T', which en-US does not have.")]
    [InlineData("Tahoe\n--\n", "Line 2 has no letter in the phrase '--'.")]
    [InlineData("Tahoe\r\nEtienne\r\n", "Line 1 ends with CR LF. Lines must end with LF alone.")]
    [InlineData("\uFEFFTahoe\n", "Line 1 begins with a byte order mark. Save the file as UTF-8 without one.")]
    public void Broken_rule_is_told_with_its_line(string text, string reason)
    {
        var content = Read(text);

        Assert.Equal(reason, content.FailureReason);
        Assert.Empty(content.Entries);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Phrase_can_have_256_characters(int length, bool isFit) => Assert.Equal(isFit, Read(new string('a', length)).FailureReason is null);

    [Fact]
    public void Text_that_is_not_UTF8_is_refused_with_its_line() => Assert.Equal(
        "Line 2 is not valid UTF-8.", VocabularyText.Read((byte[])[.. "Tahoe\nEt"u8, 0xE9, .. "ienne\n"u8], "en-US").FailureReason);

    [Theory]
    [InlineData("fr-FR", "Étienne")]
    [InlineData("hi-IN", "नमस्ते")]
    [InlineData("ja-JP", "東京")]
    [InlineData("fa-IR", "می‌خواهم")]
    public void Letters_of_other_languages_are_theirs(string languageCode, string phrase)
    {
        Assert.Null(VocabularyText.Read(Encoding.UTF8.GetBytes(phrase), languageCode).FailureReason);
        Assert.NotNull(Read(phrase).FailureReason);
    }

    private static VocabularyContent Read(string text) => VocabularyText.Read(Encoding.UTF8.GetBytes(text), "en-US");
}
