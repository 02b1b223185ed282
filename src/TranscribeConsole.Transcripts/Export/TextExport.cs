using System.Text;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>Writes a transcript as plain text for a person: a paragraph per turn, with the speaker or channel in front.</summary>
public static class TextExport
{
    private static readonly UTF8Encoding Utf8WithoutBom = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>UTF-8 without BOM, LF, paragraphs divided by an empty line; nothing for an empty transcript. The stream stays open.</summary>
    public static async Task WriteAsync(Transcript transcript, Stream to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        // Not disposed: that would write once more after a failed or cancelled write, and it holds nothing else.
        var writer = new StreamWriter(to, Utf8WithoutBom, bufferSize: 16 * 1024, leaveOpen: true);
        var paragraph = new StringBuilder();
        foreach (var turn in transcript.Turns)
        {
            if (turn.Label is { } label) paragraph.Append(label).Append(": ");
            paragraph.Append(turn.Text).Append('\n');
            await writer.WriteAsync(paragraph, cancellationToken);
            paragraph.Clear().Append('\n');
        }

        await writer.FlushAsync(cancellationToken);
    }
}
