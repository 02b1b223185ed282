using TranscribeConsole.Services.Vocabularies;

namespace TranscribeConsole.Services.Tests.Vocabularies;

public sealed class VocabularyFileReaderTests
{
    [Theory]
    [InlineData("Phrase\tSoundsLike\tIPA\tDisplayAs\nLake-Tahoe\t\t\tLake Tahoe\nNATO\t\t\t\n", false)]
    [InlineData("DisplayAs\tPhrase\tIPA\tSoundsLike\nLake Tahoe\tLake-Tahoe\t\t\n\tNATO\t\t\n", false)]
    [InlineData("Phrase\tDisplayAs\nLake-Tahoe\tLake Tahoe\nNATO\t\n", false)]
    [InlineData("phrase,displayas\nLake-Tahoe,\"Lake Tahoe\"\nNATO,\n", true)]
    [InlineData("Phrase,SoundsLike,IPA,DisplayAs\nLake-Tahoe,,,Lake Tahoe\nNATO,,,\n", true)]
    public void Table_is_read_by_its_header(string text, bool isCsv)
    {
        var content = VocabularyFileReader.Read(text, isCsv);

        Assert.Equal([new("Lake-Tahoe", "Lake Tahoe"), new("NATO")], content.Entries);
        Assert.Empty(content.Notices);
        Assert.Empty(content.Problems);
    }

    [Theory]
    [InlineData("Lake-Tahoe\nNATO\n")]
    [InlineData("Lake-Tahoe, NATO")]
    public void List_has_a_phrase_a_line_or_commas(string text) => Assert.Equal([new("Lake-Tahoe"), new("NATO")], VocabularyFileReader.Read(text, isCsv: false).Entries);

    [Fact]
    public void Cells_of_a_spreadsheet_need_no_header()
    {
        var content = VocabularyFileReader.Read("Lake-Tahoe\tLake Tahoe\n“NATO”\tNATO", isCsv: false);

        Assert.Equal([new("Lake-Tahoe", "Lake Tahoe"), new("“NATO”", "NATO")], content.Entries);
        Assert.Equal(["There is no header line. The first column was taken for Phrase and the last for DisplayAs."], content.Notices);
    }

    [Fact]
    public void Line_with_the_wrong_number_of_tabs_is_named()
    {
        var content = VocabularyFileReader.Read("Phrase\tSoundsLike\tIPA\tDisplayAs\nLake-Tahoe\t\t\tLake Tahoe\nNATO\t\n", isCsv: false);

        Assert.Equal(["Line 3 has 1 tabs; the header has 3."], content.Problems);
        Assert.Equal([new("Lake-Tahoe", "Lake Tahoe")], content.Entries);
    }

    [Fact]
    public void Header_without_Phrase_is_refused() => Assert.Equal(
        ["Line 1 has no column Phrase. The header of a table is Phrase, SoundsLike, IPA, DisplayAs."], VocabularyFileReader.Read("SoundsLike\tDisplayAs\na\tb\n", isCsv: false).Problems);

    [Fact]
    public void What_the_service_no_longer_reads_is_left_out_with_a_notice()
    {
        var content = VocabularyFileReader.Read("Phrase\tSoundsLike\tIPA\tDisplayAs\nNATO\tnay-toe\t\t\n", isCsv: false);

        Assert.Equal([new("NATO")], content.Entries);
        Assert.Equal(["SoundsLike and IPA are no longer supported by the service; what stood there was left out."], content.Notices);
    }

    [Fact]
    public void Table_that_is_written_reads_back_the_same()
    {
        VocabularyEntry[] entries = [new("Lake-Tahoe", "Lake Tahoe"), new("C.L.I.", "\"CLI\", the"), new("NATO")];

        Assert.Equal(entries, VocabularyFileReader.Read(VocabularySheet.Table(entries), isCsv: false).Entries);
    }
}
