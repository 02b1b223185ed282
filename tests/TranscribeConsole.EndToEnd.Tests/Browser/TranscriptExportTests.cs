using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

[Collection(TranscriptCollection.Name)]
public sealed class TranscriptExportTests(TranscriptFixture browser)
{
    [Theory]
    [InlineData("txt", "Speaker 1: Sentence 1 speaks about apples and pears.")]
    [InlineData("srt", "1\n00:00:02,800 --> 00:00:05,600\nSentence 1 speaks about apples and pears.\n")]
    [InlineData("vtt", "00:00:02.800 --> 00:00:05.600\nSentence 1 speaks about apples and pears.\n")]
    [InlineData("csv", "Speaker 1")]
    [InlineData("html", "<!DOCTYPE html>")]
    public Task Format_is_downloaded_and_holds_the_words(string format, string text) => WithDialogAsync($"export-{format}", format, async (reader, name) =>
    {
        var (fileName, content) = await reader.DownloadAsync();
        Assert.Equal($"{name}.{format}", fileName);
        Assert.Contains(text, Encoding.UTF8.GetString(content), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("pineapples", Encoding.UTF8.GetString(content), StringComparison.Ordinal);
    });

    [Fact]
    public Task Word_document_is_valid_and_holds_the_words() => WithDialogAsync("export-docx", "docx", async (reader, _) =>
    {
        var (_, content) = await reader.DownloadAsync();
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(error => error.Description));
        Assert.Contains("Sentence 7 speaks about pineapples and pears.", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    });

    [Fact]
    public Task Transcript_json_is_the_services_own_bytes() => WithDialogAsync("export-json", "json", async (reader, name) =>
    {
        var (fileName, content) = await reader.DownloadAsync();
        Assert.Equal($"{name}.json", fileName);
        Assert.Equal(SpokenTranscript.Conversation(name), Encoding.UTF8.GetString(content));
    });

    [Fact]
    public Task Options_shape_the_file_and_its_address_and_are_remembered() => WithDialogAsync("export-options", "srt", async (reader, name) =>
    {
        var dialog = reader.Dialog("Download transcript");
        await dialog.GetByLabel("Characters per line").FillAsync("20");
        await dialog.GetByLabel("Start index").SelectOptionAsync("1");
        await dialog.GetByLabel("Who speaks, before the text").CheckAsync();
        await Expect(dialog.Locator("[data-part=export-address]")).ToHaveTextAsync(new Uri(browser.Console.Address, $"jobs/{name}/transcript.srt?line-length=20&start-index=1&speaker-prefix=true").ToString());
        var (_, content) = await reader.DownloadAsync();
        var lines = Encoding.UTF8.GetString(content).Split('\n');
        Assert.Equal("1", lines[0]);
        Assert.All(lines.Where(line => !line.Contains("-->", StringComparison.Ordinal)), line => Assert.True(line.Length <= 20, line));
        Assert.Contains(lines, line => line.StartsWith("Speaker 0:", StringComparison.Ordinal));

        await reader.OpenAsync(name);
        await reader.Button("Download").ClickAsync();
        await Expect(dialog.GetByLabel("SubRip")).ToBeCheckedAsync();
        await Expect(dialog.GetByLabel("Characters per line")).ToHaveValueAsync("20");
    });

    [Fact]
    public Task Values_that_contradict_each_other_are_said_and_nothing_is_asked_for() => WithDialogAsync("export-crossed", "srt", async (reader, _) =>
    {
        var dialog = reader.Dialog("Download transcript");
        await dialog.GetByLabel("Minimum duration, in seconds").FillAsync("9");
        await dialog.GetByLabel("Maximum duration, in seconds").FillAsync("5");
        await dialog.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync();

        await Expect(dialog).ToBeVisibleAsync();
        Assert.Contains("must not be shorter", await dialog.GetByLabel("Maximum duration, in seconds").EvaluateAsync<string>("field => field.validationMessage"), StringComparison.Ordinal);
        await dialog.GetByLabel("Maximum duration, in seconds").FillAsync("12");
        var (_, content) = await reader.DownloadAsync();
        Assert.StartsWith("0\n", Encoding.UTF8.GetString(content).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    });

    [Fact]
    public Task Selection_or_a_time_range_alone_is_taken() => WithDialogAsync("export-part", "txt", async (reader, name) =>
    {
        var dialog = reader.Dialog("Download transcript");
        await dialog.GetByLabel("Part of the transcript").SelectOptionAsync("time");
        await dialog.GetByLabel("From, in seconds").FillAsync("2.8");
        await dialog.GetByLabel("To, in seconds").FillAsync("5.6");
        var (fileName, range) = await reader.DownloadAsync();
        Assert.Equal($"{name}.0.00.02-0.00.05.txt", fileName);
        Assert.Equal("Speaker 1: Sentence 1 speaks about apples and pears.", Encoding.UTF8.GetString(range).Trim());

        await reader.SelectAsync(1, "apples", 2);
        await reader.Button("Download").ClickAsync();
        await Expect(dialog.GetByLabel("Part of the transcript")).ToHaveValueAsync("selection");
        var (_, selection) = await reader.DownloadAsync();
        var text = Encoding.UTF8.GetString(selection);
        Assert.Contains("apples and pears.", text, StringComparison.Ordinal);
        Assert.Contains("Sentence 2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sentence 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sentence 3", text, StringComparison.Ordinal);
    });

    [Fact]
    public Task Selection_is_copied_with_and_without_times() => browser.WithPageAsync("export-copy", async page =>
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await browser.AddConversationAsync("copy");
        var reader = new ReaderPage(page);
        await reader.OpenAsync("copy");
        await reader.SelectAsync(1, "apples", 2);
        await reader.Button("Copy selection").ClickAsync();
        await Expect(reader.Said).ToHaveTextAsync("Copied.");
        Assert.Equal("Speaker 1: apples and pears.\nSpeaker 0: Sentence 2 speaks about apples and pears.", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await reader.Button("Copy with times").ClickAsync();
        Assert.Equal("[0:04] Speaker 1: apples and pears.\n[0:05] Speaker 0: Sentence 2 speaks about apples and pears.", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    });

    private Task WithDialogAsync(string job, string format, Func<ReaderPage, string, Task> test) => browser.WithPageAsync(job, async page =>
    {
        await browser.AddConversationAsync(job);
        var reader = new ReaderPage(page);
        await reader.OpenAsync(job);
        await reader.Button("Download").ClickAsync();
        await reader.Dialog("Download transcript").Locator($"input[name=format][value={format}]").CheckAsync();
        await test(reader, job);
    });
}
