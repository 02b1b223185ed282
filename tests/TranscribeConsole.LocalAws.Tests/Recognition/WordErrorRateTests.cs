namespace TranscribeConsole.LocalAws.Tests.Recognition;

public sealed class WordErrorRateTests
{
    [Theory]
    [InlineData("go forward ten meters", "Go forward, ten meters.", 0)]
    [InlineData("go forward ten meters", "go forward meters", 0.25)]
    [InlineData("go forward ten meters", "go very forward ten meters", 0.25)]
    [InlineData("go forward ten meters", "go backward ten meters", 0.25)]
    [InlineData("go forward ten meters", "", 1)]
    public void WordErrorRate_counts_substitutions_deletions_and_insertions(string reference, string hypothesis, double expected) =>
        Assert.Equal(expected, WordErrorRate.Of(reference, hypothesis));
}
