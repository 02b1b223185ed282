using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>One self-contained page for the screen and for paper: no script, nothing loaded from anywhere, every text escaped.</summary>
internal static class HtmlExport
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0 0 2rem; }
        dt { font-weight: 600; }
        dd { margin: 0; overflow-wrap: anywhere; }
        section { margin: 0 0 1rem; }
        section h2 { font-size: 1rem; margin: 0; }
        p { margin: 0 0 0.5rem; overflow-wrap: anywhere; }
        time { color: GrayText; font-variant-numeric: tabular-nums; margin-inline-end: 0.5rem; }
        mark { background: none; color: inherit; text-decoration: underline dotted; }
        @media print { body { max-width: none; margin: 0; font-size: 11pt; } section h2 { break-after: avoid; } p { orphans: 2; widows: 2; } }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task WriteAsync(ExportDocument document, ExportOptions options, Stream to, CancellationToken cancellationToken)
    {
        var writer = ExportStream.TextWriter(to);
        var html = new StringBuilder();
        AppendHead(html, document);
        var open = false;
        foreach (var paragraph in Paragraph.Of(document.Transcript, options))
        {
            if (paragraph.BeginsTurn)
            {
                if (open) html.Append("</section>\n");
                html.Append("<section>\n");
                open = true;
                if (options.SpeakerNames && paragraph.Speaker is { } speaker) html.Append("<h2 dir=\"auto\">").Append(Escape(speaker)).Append("</h2>\n");
            }

            AppendParagraph(html, paragraph, options);
            await writer.WriteAsync(html, cancellationToken);
            html.Clear();
        }

        if (open) html.Append("</section>\n");
        await writer.WriteAsync(html.Append("</main>\n</body>\n</html>\n"), cancellationToken);
        await writer.FlushAsync(cancellationToken);
    }

    private static void AppendHead(StringBuilder html, ExportDocument document)
    {
        var title = Escape(document.Title);
        var language = document.Transcript.Turns is [var first, ..] ? first.Parts[0].Turn.LanguageCode : null;
        html.Append("<!DOCTYPE html>\n<html").Append(Language(language)).Append(">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>").Append(title).Append("</title>\n<style>\n").Append(Style)
            .Append("\n</style>\n</head>\n<body>\n<h1 dir=\"auto\">").Append(title).Append("</h1>\n");
        if (document.Facts.Count > 0)
        {
            html.Append("<dl>\n");
            foreach (var (name, value) in document.Facts) html.Append("<dt>").Append(Escape(name)).Append("</dt><dd>").Append(Escape(value)).Append("</dd>\n");
            html.Append("</dl>\n");
        }

        html.Append("<main>\n");
    }

    private static void AppendParagraph(StringBuilder html, Paragraph paragraph, ExportOptions options)
    {
        html.Append("<p dir=\"auto\"").Append(Language(paragraph.LanguageCode)).Append('>');
        if (ExportTime.IsShown(options.Timestamps, paragraph)) html.Append("<time>").Append(ExportTime.Of(paragraph.Start)).Append("</time>");
        var at = 0;
        foreach (var word in paragraph.Words.Where(word => Confidence.IsLow(word, options)))
        {
            html.Append(Escape(paragraph.Text[at..word.Offset]))
                .Append("<mark title=\"Confidence ").Append(Confidence.Text(word.Confidence!.Value)).Append("\">")
                .Append(Escape(paragraph.Text.Substring(word.Offset, word.Length))).Append("</mark>");
            at = word.EndOffset;
        }

        html.Append(Escape(paragraph.Text[at..])).Append("</p>\n");
    }

    private static string Language(string? code) => code is null ? "" : $" lang=\"{Escape(code)}\"";

    private static string Escape(string text) => Encoder.Encode(PlainText.OneLine(text));
}
