namespace TranscribeConsole.Transcripts.Tests;

public sealed class TextPreviewTests
{
    [Theory]
    [InlineData("one two three", 13, "one two three", false)]
    [InlineData("one two three", 12, "one two", true)]
    [InlineData("one two three", 7, "one two", true)]
    [InlineData("one two three", 8, "one two", true)]
    [InlineData("one two three", 2, "on", true)]
    [InlineData("", 5, "", false)]
    [InlineData("今日は良い天気です", 4, "今日は良", true)]
    [InlineData("ab😀cd", 3, "ab", true)]
    public void Preview_is_cut_at_a_word(string text, int maxCharacters, string expected, bool hasMore) =>
        Assert.Equal(new TextPreview(expected, hasMore), TextPreview.Of(text, maxCharacters));

    [Fact]
    public void Preview_of_a_long_text_has_at_most_that_many_characters()
    {
        var preview = TextPreview.Of(string.Concat(Enumerable.Repeat("spoken words ", 1000)), 5000);

        Assert.InRange(preview.Text.Length, 4985, 5000);
        Assert.True(preview.HasMore);
    }
}
