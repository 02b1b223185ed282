using System.Text;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>Plain text: UTF-8 without BOM, LF, paragraphs divided by an empty line, "[0:01:05] Speaker 0: " in front; nothing for an empty transcript.</summary>
internal static class TextExport
{
    /// <summary>Stands behind a word of low confidence.</summary>
    private const string Doubt = "(?)";

    public static async Task WriteAsync(ExportDocument document, ExportOptions options, Stream to, CancellationToken cancellationToken)
    {
        var writer = ExportStream.TextWriter(to);
        var text = new StringBuilder();
        foreach (var paragraph in Paragraph.Of(document.Transcript, options))
        {
            if (ExportTime.IsShown(options.Timestamps, paragraph)) text.Append('[').Append(ExportTime.Of(paragraph.Start)).Append("] ");
            if (options.SpeakerNames && paragraph is { BeginsTurn: true, Speaker: { } speaker }) text.Append(speaker).Append(": ");
            AppendWords(text, paragraph, options);
            await writer.WriteAsync(text.Append('\n'), cancellationToken);
            text.Clear().Append('\n');
        }

        await writer.FlushAsync(cancellationToken);
    }

    private static void AppendWords(StringBuilder text, Paragraph paragraph, ExportOptions options)
    {
        var at = 0;
        foreach (var word in paragraph.Words.Where(word => Confidence.IsLow(word, options)))
        {
            text.Append(paragraph.Text, at, word.EndOffset - at).Append(Doubt);
            at = word.EndOffset;
        }

        text.Append(paragraph.Text, at, paragraph.Text.Length - at);
    }
}
