using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Transcripts.Tests.Export;

public sealed class TextExportTests
{
    [Theory]
    [InlineData("plain", "Good evening. Shall we?\n")]
    [InlineData("speakers", "Speaker 0: Hello?\n\nSpeaker 1: Hi there.\n")]
    [InlineData("channels", "Channel 0: Yes.\n\nChannel 1: Okay\n")]
    [InlineData("redacted", "I am [PII].\n")]
    [InlineData("empty", "")]
    public async Task Text_is_a_paragraph_per_turn(string name, string expected) =>
        Assert.Equal(expected, await Exported.TextAsync(ExportFormat.Text, await Golden.ReadAsync(name)));

    [Fact]
    public async Task Cancelled_export_stops()
    {
        using var to = new MemoryStream();
        var document = ExportDocument.Of(EditedTranscript.Of(await Golden.ReadAsync("plain")));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ExportFormat.Text.WriteAsync(document, ExportOptions.Default, to, new CancellationToken(canceled: true)));

        Assert.Equal(0, to.Length);
    }
}
