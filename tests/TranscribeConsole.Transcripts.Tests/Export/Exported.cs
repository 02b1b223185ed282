using System.Text;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Transcripts.Tests.Export;

internal static class Exported
{
    public static async Task<byte[]> BytesAsync(ExportFormat format, ExportDocument document, ExportOptions? options = null)
    {
        using var to = new MemoryStream();
        await format.WriteAsync(document, options ?? ExportOptions.Default, to, CancellationToken.None);
        return to.ToArray();
    }

    public static async Task<string> TextAsync(ExportFormat format, EditedTranscript transcript, ExportOptions? options = null) =>
        Encoding.UTF8.GetString(await BytesAsync(format, ExportDocument.Of(transcript), options));

    public static Task<string> TextAsync(ExportFormat format, Transcript transcript, ExportOptions? options = null) =>
        TextAsync(format, EditedTranscript.Of(transcript), options);

    /// <summary>The words in the order of the turns.</summary>
    public static IEnumerable<string> Words(EditedTranscript transcript) =>
        transcript.Turns.SelectMany(turn => turn.Parts).SelectMany(part => part.Words().Select(word => part.Text.Substring(word.Offset, word.Length)));
}
