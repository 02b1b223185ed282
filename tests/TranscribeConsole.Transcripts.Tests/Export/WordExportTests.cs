using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Transcripts.Tests.Export;

public sealed class WordExportTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("empty")]
    [InlineData("thirty-speakers")]
    [InlineData("channels-overlap")]
    [InlineData("arabic")]
    [InlineData("hebrew")]
    [InlineData("japanese")]
    [InlineData("thai")]
    [InlineData("signs")]
    [InlineData("redacted")]
    public async Task Document_is_valid_and_holds_every_turn(string name)
    {
        var transcript = EditedTranscript.Of(await Golden.ReadAsync(name));
        using var document = await OpenAsync(ExportDocument.Of(transcript), new() { Timestamps = Timestamps.Paragraph, MarkBelowConfidence = 0.9 });

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All(Exported.Words(transcript), word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Document_has_title_facts_speaker_styles_and_the_corrected_text()
    {
        using var document = await OpenAsync(await Meeting.ReadAsync(), ExportOptions.Default);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => error.Description));
        Assert.Equal("Meeting <1>", document.PackageProperties.Title);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("s3://media/meeting & more.wav", text, StringComparison.Ordinal);
        Assert.Contains("Yes: the whole budget <first>, please.", text, StringComparison.Ordinal);
        var styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId?.Value).ToHashSet();
        var used = document.MainDocumentPart.Document.Descendants<ParagraphStyleId>().Select(style => style.Val?.Value).Distinct().ToArray();
        Assert.True(used.Length > 1);
        Assert.All(used, style => Assert.Contains(style, styles));
    }

    private static async Task<WordprocessingDocument> OpenAsync(ExportDocument document, ExportOptions options) =>
        WordprocessingDocument.Open(new MemoryStream(await Exported.BytesAsync(ExportFormat.Word, document, options)), isEditable: false);
}
