using DocumentFormat.OpenXml.Wordprocessing;

namespace TranscribeConsole.Transcripts.Export.Word;

/// <summary>The styles of a document. Whoever wants another look changes a style, not 3,000 paragraphs.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string FactName = "FactName";
    public const string FactValue = "FactValue";
    public const string Time = "TranscriptTime";
    public const string Text = "TranscriptText";
    public const string LowConfidence = "LowConfidence";
    public const string ColumnHeading = "ColumnHeading";

    // Dark enough to be read on white paper, 4.5:1 or more, and told apart in grey by the names themselves.
    private static readonly string[] Colours = ["0B5394", "7F3F00", "38761D", "741B47", "134F5C", "8A1C1C", "4A3B8F", "5B5B00"];

    /// <summary>Style of the n-th speaker's name, from 0.</summary>
    public static string Speaker(int number) => $"Speaker{number + 1}";

    public static Styles Of(int speakers)
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" },
                    new FontSize { Val = "22" },
                    new FontSizeComplexScript { Val = "22" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines { After = "80", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
            ParagraphStyle("Normal", "Normal", isDefault: true, null, null),
            ParagraphStyle(Title, "Title", false, new SpacingBetweenLines { After = "200" }, Run(bold: true, size: "36")),
            ParagraphStyle(FactName, "Fact Name", false, null, Run(bold: true)),
            ParagraphStyle(FactValue, "Fact Value", false, null, null),
            ParagraphStyle(ColumnHeading, "Column Heading", false, null, Run(bold: true, colour: "5F6B7A")),
            ParagraphStyle(Time, "Transcript Time", false, null, Run(colour: "5F6B7A")),
            ParagraphStyle(Text, "Transcript Text", false, null, null),
            ParagraphStyle("Speaker", "Speaker", false, null, Run(bold: true)),
            new Style(
                new StyleName { Val = "Low Confidence" },
                new StyleRunProperties(new Underline { Val = UnderlineValues.Dotted }, new Shading { Val = ShadingPatternValues.Clear, Fill = "FFF2CC" }))
            { Type = StyleValues.Character, StyleId = LowConfidence, CustomStyle = true });
        for (var number = 0; number < speakers; number++)
        {
            styles.Append(ParagraphStyle(
                Speaker(number), $"Speaker {number + 1}", false, null, Run(bold: true, colour: Colours[number % Colours.Length]), basedOn: "Speaker"));
        }

        return styles;
    }

    private static Style ParagraphStyle(
        string id, string name, bool isDefault, SpacingBetweenLines? spacing, StyleRunProperties? run, string? basedOn = null)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        else if (id != Title) style.CustomStyle = true;
        style.Append(new StyleName { Val = name });
        if (!isDefault) style.Append(new BasedOn { Val = basedOn ?? "Normal" });
        style.Append(new PrimaryStyle());
        if (spacing is not null) style.Append(new StyleParagraphProperties(spacing));
        if (run is not null) style.Append(run);
        return style;
    }

    private static StyleRunProperties Run(bool bold = false, string? size = null, string? colour = null)
    {
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold(), new BoldComplexScript());
        if (colour is not null) run.Append(new Color { Val = colour });
        if (size is not null) run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        return run;
    }
}
