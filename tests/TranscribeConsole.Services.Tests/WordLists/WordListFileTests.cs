using System.Text;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services.Tests.WordLists;

public sealed class WordListFileTests
{
    private const int Most = 100;

    public static TheoryData<byte[], string, string> Converted => new()
    {
        { "one\ntwo\n"u8.ToArray(), "one\ntwo\n", "" },
        { "one\r\ntwo\r\n"u8.ToArray(), "one\ntwo\n", "Lines ended with CR LF; they now end with LF, as the service wants it." },
        { [0xEF, 0xBB, 0xBF, .. "Bär"u8], "Bär", "The byte order mark at the beginning was removed." },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Bär")], "Bär", "The file was UTF-16; it was converted to UTF-8." },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Bär")], "Bär", "The file was UTF-16; it was converted to UTF-8." },
    };

    public static TheoryData<byte[], string> Refused => new()
    {
        { [], "The file is empty." },
        { [.. "one\nB"u8, 0xE4, (byte)'r'], "Line 2 is not UTF-8 text. Save the file as UTF-8 and choose it again." },
        { [0x50, 0x4B, 0x03, 0x04, 0x00, 0x01], "The file is binary, not text. Choose a .txt or .csv file." },
        { Encoding.UTF8.GetBytes(new string('a', Most + 1)), "The file has 101 bytes; the service takes up to 100. Split it in two." },
    };

    [Theory]
    [MemberData(nameof(Converted))]
    public void Text_is_read_and_conversions_are_said(byte[] bytes, string text, string notice)
    {
        var file = WordListFile.Read(bytes, Most);

        Assert.Null(file.Problem);
        Assert.Equal((text, notice), (file.Text, string.Join(' ', file.Notices)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Other_files_are_refused_with_the_rule(byte[] bytes, string problem) => Assert.Equal(problem, WordListFile.Read(bytes, Most).Problem);

    [Fact]
    public void File_at_the_limit_passes() => Assert.Null(WordListFile.Read(Encoding.UTF8.GetBytes(new string('a', Most)), Most).Problem);
}
