using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Engine;

public sealed class RecognitionGuardTests
{
    [Theory]
    [InlineData("go forward ten meters", 0.8, true)]
    [InlineData("go forward ten meters", 0.14, false)]
    [InlineData("no no no no", 0.8, true)]
    [InlineData("well the the the the the end", 0.8, false)]
    [InlineData("", 1, false)]
    public void Improbable_or_repeated_words_are_not_plausible(string words, double confidence, bool expected) =>
        Assert.Equal(expected, RecognitionGuard.IsPlausible([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => new RecognisedWord(word, TimeSpan.Zero, TimeSpan.Zero, confidence))]));
}
