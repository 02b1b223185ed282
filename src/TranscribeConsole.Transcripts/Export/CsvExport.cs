using System.Globalization;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>
/// Comma-separated values (RFC 4180: CRLF, quotes where needed), a row per turn or per word under a row of names. A text that a spreadsheet would
/// take for a formula gets an apostrophe in front. Times are seconds with three decimals.
/// </summary>
internal static class CsvExport
{
    private static readonly string[] TurnNames = ["turn", "start", "end", "speaker", "label", "language", "text", "confidence", "corrected"];

    private static readonly string[] WordNames = ["turn", "start", "end", "speaker", "label", "language", "word", "confidence", "corrected"];

    public static async Task WriteAsync(ExportDocument document, ExportOptions options, Stream to, CancellationToken cancellationToken)
    {
        var csv = new CsvWriter(ExportStream.TextWriter(to, options.CsvByteOrderMark));
        var words = options.CsvRows == CsvRows.Word;
        await csv.WriteRowAsync(words ? WordNames : TurnNames, cancellationToken);
        foreach (var paragraph in Paragraph.Of(document.Transcript, options))
        {
            if (!words) await csv.WriteRowAsync(Row(paragraph, options), cancellationToken);
            else foreach (var word in paragraph.Words) await csv.WriteRowAsync(Row(paragraph, word, options), cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static string?[] Row(Paragraph paragraph, ExportOptions options) =>
    [
        Number(paragraph),
        ExportTime.Seconds(paragraph.Start),
        ExportTime.Seconds(paragraph.End),
        .. Who(paragraph, options),
        paragraph.Text,
        Average(paragraph) is { } confidence ? Confidence.Text(confidence) : null,
        paragraph.IsCorrected ? "yes" : "no",
    ];

    private static string?[] Row(Paragraph paragraph, TurnWord word, ExportOptions options) =>
    [
        Number(paragraph),
        ExportTime.Seconds(word.Start),
        ExportTime.Seconds(word.End),
        .. Who(paragraph, options),
        paragraph.Text.Substring(word.Offset, word.Length),
        word.Confidence is { } confidence ? Confidence.Text(confidence) : null,
        paragraph.IsCorrected && word.Item is null ? "yes" : "no",
    ];

    private static string Number(Paragraph paragraph) => (paragraph.Turn + 1).ToString(CultureInfo.InvariantCulture);

    private static string?[] Who(Paragraph paragraph, ExportOptions options) =>
        [options.SpeakerNames ? paragraph.Speaker : null, options.SpeakerNames ? paragraph.Label : null, paragraph.LanguageCode];

    private static double? Average(Paragraph paragraph) => paragraph.Words.Average(word => word.Confidence);
}
