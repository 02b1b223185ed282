using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Engine;

public sealed class PocketSphinxTokenTests
{
    [Theory]
    [InlineData("can", "can")]
    [InlineData("can(2)", "can")]
    [InlineData("i'm", "i'm")]
    [InlineData("<s>", null)]
    [InlineData("<sil>", null)]
    [InlineData("[NOISE]", null)]
    [InlineData("++um++", null)]
    [InlineData("", null)]
    public void Token_is_a_word_or_a_filler(string token, string? word) => Assert.Equal(word, PocketSphinxToken.WordOf(token));
}
