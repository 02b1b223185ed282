namespace TranscribeConsole.Transcripts.Tests;

public sealed class TranscriptSizeTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("speakers")]
    [InlineData("channels")]
    [InlineData("alternatives")]
    [InlineData("toxicity")]
    public async Task Approximate_size_counts_every_section(string name)
    {
        var whole = (await Golden.ReadAsync(name)).ApproximateBytes;
        var bare = (await Golden.ReadAsync("empty")).ApproximateBytes;

        Assert.InRange(whole - bare, 150, 5000);
    }

    [Fact]
    public async Task Sections_of_labels_add_to_the_size()
    {
        var with = Golden.Bytes("channels.json");
        var without = System.Text.Encoding.UTF8.GetString(with).Replace("\"channel_labels\"", "\"not_read\"", StringComparison.Ordinal);

        var difference = (await Golden.ReadAsync(with)).ApproximateBytes
            - (await Golden.ReadAsync(System.Text.Encoding.UTF8.GetBytes(without))).ApproximateBytes;

        Assert.InRange(difference, 3 * 32, 3 * 32 + 200); // three items, repeated
    }
}
