using System.Text;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Tests.Vocabularies;

public sealed class VocabularyFilterTextTests
{
    [Theory]
    [InlineData("darn\nheck\n")]
    [InlineData("darn\r\nheck\r\n")]
    [InlineData("\uFEFFdarn\n\nheck")]
    public void Words_stand_one_a_line(string text) => Assert.Equal(["darn", "heck"], Read(text).Words);

    [Theory]
    [InlineData("", "The vocabulary filter is empty. It must have at least one word.")]
    [InlineData("\n\n", "The vocabulary filter is empty. It must have at least one word.")]
    [InlineData("darn\noh dear\n", "Line 2 of the vocabulary filter holds 'oh dear'. Each line must hold one word without spaces.")]
    public void Broken_rule_is_told_with_its_line(string text, string problem) => Assert.Equal(problem, Read(text).Problem);

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Word_can_have_256_characters(int length, bool isFit) => Assert.Equal(isFit, Read(new string('a', length)).Problem is null);

    [Fact]
    public void Text_that_is_not_UTF8_is_refused() => Assert.Equal("The vocabulary filter is not valid UTF-8 text.", VocabularyFilterText.Read([0xE9, 0x0A]).Problem);

    private static (IReadOnlyList<string> Words, string? Problem) Read(string text) => VocabularyFilterText.Read(Encoding.UTF8.GetBytes(text));
}
