using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TranscribeConsole.Transcripts.Words;
using Body = TranscribeConsole.Transcripts.Export.Paragraph;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace TranscribeConsole.Transcripts.Export.Word;

/// <summary>Writes the parts of one Word document, element by element.</summary>
internal sealed class WordDocument(ExportDocument document, ExportOptions options)
{
    private const int TableWidth = 9638; // A4 with margins of 2 cm, in twentieths of a point
    private const int TimeWidth = 1100;
    private const int SpeakerWidth = 1900;

    private readonly bool _hasTimes = options.Timestamps != Timestamps.None;
    private readonly bool _hasSpeakers = options.SpeakerNames && document.Transcript.Speakers.Count > 0;
    private readonly Dictionary<string, string> _styles = StylesOf(document);

    public void Write(Package package, CancellationToken cancellationToken)
    {
        using var word = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document);
        word.PackageProperties.Title = PlainText.OneLine(document.Title);
        word.PackageProperties.Creator = "TranscribeConsole";
        var main = word.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Of(_styles.Count);
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(new WordParagraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " }));
        using var xml = OpenXmlWriter.Create(main);
        xml.WriteStartElement(new Document());
        xml.WriteStartElement(new DocumentFormat.OpenXml.Wordprocessing.Body());
        WriteHead(xml);
        if (_hasTimes || _hasSpeakers) WriteTable(xml, cancellationToken);
        else WriteParagraphs(xml, cancellationToken);
        xml.WriteElement(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 }));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static Dictionary<string, string> StylesOf(ExportDocument document)
    {
        var styles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var speaker in document.Transcript.Speakers) styles.TryAdd(speaker.Name, WordStyles.Speaker(styles.Count));
        return styles;
    }

    private void WriteHead(OpenXmlWriter xml)
    {
        xml.WriteElement(Styled(WordStyles.Title, document.Title));
        if (document.Facts.Count == 0) return;
        const int NameWidth = 2600;
        WriteTableStart(xml, NameWidth, TableWidth - NameWidth);
        foreach (var (name, value) in document.Facts)
            xml.WriteElement(new TableRow(
                new TableCell(Width(NameWidth), Styled(WordStyles.FactName, name)),
                new TableCell(Width(TableWidth - NameWidth), Styled(WordStyles.FactValue, value))));
        xml.WriteEndElement();
        xml.WriteElement(new WordParagraph()); // two tables without a paragraph between them would become one
    }

    private void WriteParagraphs(OpenXmlWriter xml, CancellationToken cancellationToken)
    {
        foreach (var paragraph in Body.Of(document.Transcript, options))
        {
            cancellationToken.ThrowIfCancellationRequested();
            xml.WriteElement(TextOf(paragraph));
        }
    }

    private void WriteTable(OpenXmlWriter xml, CancellationToken cancellationToken)
    {
        var textWidth = TableWidth - (_hasTimes ? TimeWidth : 0) - (_hasSpeakers ? SpeakerWidth : 0);
        WriteTableStart(xml, [.. _hasTimes ? [TimeWidth] : Array.Empty<int>(), .. _hasSpeakers ? [SpeakerWidth] : Array.Empty<int>(), textWidth]);
        xml.WriteElement(Row(Heading("Time"), Heading("Speaker"), Heading("Text"), textWidth, isHeading: true));
        foreach (var paragraph in Body.Of(document.Transcript, options))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var time = ExportTime.IsShown(options.Timestamps, paragraph) ? ExportTime.Of(paragraph.Start) : "";
            xml.WriteElement(Row(Styled(WordStyles.Time, time), SpeakerOf(paragraph), TextOf(paragraph), textWidth));
        }

        xml.WriteEndElement();
        xml.WriteElement(new WordParagraph()); // a document cannot end with a table
    }

    private static void WriteTableStart(OpenXmlWriter xml, params int[] widths)
    {
        xml.WriteStartElement(new Table());
        xml.WriteElement(new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(new TableCellRightMargin { Width = 113, Type = TableWidthValues.Dxa })));
        xml.WriteElement(new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
    }

    private TableRow Row(WordParagraph time, WordParagraph speaker, WordParagraph text, int textWidth, bool isHeading = false)
    {
        var row = new TableRow();
        if (isHeading) row.Append(new TableRowProperties(new CantSplit(), new TableHeader()));
        if (_hasTimes) row.Append(new TableCell(Width(TimeWidth), time));
        if (_hasSpeakers) row.Append(new TableCell(Width(SpeakerWidth), speaker));
        row.Append(new TableCell(Width(textWidth), text));
        return row;
    }

    private static TableCellProperties Width(int width) => new(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });

    private static WordParagraph Heading(string text) => Styled(WordStyles.ColumnHeading, text);

    private WordParagraph SpeakerOf(Body paragraph) =>
        paragraph is { BeginsTurn: true, Speaker: { } speaker } ? Styled(_styles[speaker], speaker) : new WordParagraph();

    private WordParagraph TextOf(Body paragraph)
    {
        var rightToLeft = WritingDirection.IsRightToLeft(paragraph.Text);
        var text = Empty(WordStyles.Text, rightToLeft);
        var at = 0;
        foreach (var word in paragraph.Words.Where(word => Confidence.IsLow(word, options)))
        {
            if (word.Offset > at) text.Append(RunOf(paragraph.Text[at..word.Offset], paragraph.LanguageCode, rightToLeft));
            text.Append(RunOf(paragraph.Text.Substring(word.Offset, word.Length), paragraph.LanguageCode, rightToLeft, WordStyles.LowConfidence));
            at = word.EndOffset;
        }

        if (at < paragraph.Text.Length) text.Append(RunOf(paragraph.Text[at..], paragraph.LanguageCode, rightToLeft));
        return text;
    }

    private static WordParagraph Styled(string style, string text)
    {
        var clean = PlainText.OneLine(text);
        var rightToLeft = WritingDirection.IsRightToLeft(clean);
        var paragraph = Empty(style, rightToLeft);
        if (clean.Length > 0) paragraph.Append(RunOf(clean, language: null, rightToLeft));
        return paragraph;
    }

    private static WordParagraph Empty(string style, bool rightToLeft)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (rightToLeft) properties.Append(new BiDi());
        return new WordParagraph(properties);
    }

    private static Run RunOf(string text, string? language, bool rightToLeft, string? style = null)
    {
        var properties = new RunProperties();
        if (style is not null) properties.Append(new RunStyle { Val = style });
        if (rightToLeft) properties.Append(new RightToLeftText());
        if (language is not null) properties.Append(new Languages { Val = language, EastAsia = language, Bidi = language });
        var run = new Run();
        if (properties.HasChildren) run.Append(properties);
        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }
}
