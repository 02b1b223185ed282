using System.Text;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Transcripts.Tests.Export;

public sealed class TextExportTests
{
    [Theory]
    [InlineData("plain", "Good evening. Shall we?\n")]
    [InlineData("speakers", "spk_0: Hello?\n\nspk_1: Hi there.\n")]
    [InlineData("channels", "ch_0: Yes.\n\nch_1: Okay\n")]
    [InlineData("redacted", "I am [PII].\n")]
    [InlineData("empty", "")]
    public async Task Text_is_a_paragraph_per_turn(string name, string expected)
    {
        using var to = new MemoryStream();

        await TextExport.WriteAsync(await Golden.ReadAsync(name), to, CancellationToken.None);

        Assert.Equal(expected, Encoding.UTF8.GetString(to.ToArray()));
    }

    [Fact]
    public async Task Cancelled_export_stops()
    {
        using var to = new MemoryStream();
        var transcript = await Golden.ReadAsync("plain");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TextExport.WriteAsync(transcript, to, new CancellationToken(canceled: true)));

        Assert.Equal(0, to.Length);
    }
}
