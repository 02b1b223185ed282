using System.IO.Compression;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Transcripts of many jobs, chosen in the list and taken away as one ZIP.</summary>
[Collection(TranscriptCollection.Name)]
public sealed class TranscriptArchiveTests(TranscriptFixture browser)
{
    private const int Jobs = 500;

    [Fact]
    public Task Five_hundred_jobs_of_several_pages_are_one_archive_with_a_folder_each() => browser.WithPageAsync("archive-many", async page =>
    {
        for (var n = 0; n < Jobs; n++) await browser.AddAsync(Name(n), SpokenTranscript.Of(Name(n), ("spk_0", $"This is number {n}.")));
        var list = new JobListPage(page);
        await page.Context.AddCookiesAsync([new() { Name = "job-list", Value = "100", Url = browser.Console.Address.ToString() }]);
        await list.GoToAsync("jobs?search=archive-many-");
        for (var seen = 100; ; seen += 100)
        {
            await Expect(list.Rows).ToHaveCountAsync(100);
            await list.SelectAll.CheckAsync();
            if (seen == Jobs) break;
            await list.Button("Next page").ClickAsync();
            await Expect(page.GetByText($"{seen} selected on other pages")).ToBeVisibleAsync();
        }

        var zip = await DownloadAsync(list, "Text (.txt)", "CSV (.csv)");

        Assert.Equal(2 * Jobs + 1, zip.Entries.Count);
        for (var n = 0; n < Jobs; n++) Assert.Contains($"This is number {n}.", await TextAsync(zip, $"{Name(n)}/{Name(n)}.txt"), StringComparison.Ordinal);
        Assert.Equal(2 * Jobs + 1, (await TextAsync(zip, "manifest.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    });

    [Fact]
    public Task Job_without_a_readable_transcript_is_named_with_its_reason_and_the_others_are_there() => browser.WithPageAsync("archive-part", async page =>
    {
        await browser.AddConversationAsync("archive-part-good");
        await browser.AddAsync("archive-part-torn", """{"results":""");
        var list = new JobListPage(page);
        await list.GoToAsync("jobs?search=archive-part-");
        await list.SelectAll.CheckAsync();

        var zip = await DownloadAsync(list, "SubRip subtitles (.srt)");

        var manifest = await TextAsync(zip, "manifest.csv");
        Assert.Contains("pineapples", await TextAsync(zip, "archive-part-good/archive-part-good.srt"), StringComparison.Ordinal);
        Assert.Matches(@"archive-part-torn,[^\n]*failed,0,[^\n]+", manifest);
    });

    [Fact]
    public Task Dialog_keeps_the_rules_and_is_clean() => browser.WithPageAsync("archive-dialog", async page =>
    {
        await browser.AddConversationAsync("archive-dialog-1");
        await browser.AddConversationAsync("archive-dialog-2");
        var list = new JobListPage(page);
        await list.GoToAsync("jobs?search=archive-dialog-");
        await list.SelectAll.CheckAsync();
        await list.Button("Download transcripts").ClickAsync();
        await Expect(list.Dialog).ToContainTextAsync("2 jobs.");
        await page.AssertCleanAsync("archive dialog");
        foreach (var box in await list.Dialog.Locator("[name=format]").AllAsync()) await box.UncheckAsync();
        await list.DialogButton("Download").ClickAsync();
        await Expect(list.Dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Choose a format.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(list.Button("Download transcripts")).ToBeFocusedAsync();
    });

    private static string Name(int n) => $"archive-many-{n:000}";

    private static async Task<ZipArchive> DownloadAsync(JobListPage list, params string[] formats)
    {
        await list.Button("Download transcripts").ClickAsync();
        foreach (var box in await list.Dialog.Locator("[name=format]").AllAsync()) await box.UncheckAsync();
        foreach (var format in formats) await list.Dialog.GetByLabel(format).CheckAsync();
        var download = await list.Page.RunAndWaitForDownloadAsync(() => list.DialogButton("Download").ClickAsync());
        Assert.Matches(@"^transcripts-\d{8}-\d{6}\.zip$", download.SuggestedFilename);
        return await ZipFile.OpenReadAsync(await download.PathAsync());
    }

    private static async Task<string> TextAsync(ZipArchive zip, string entry)
    {
        using var reader = new StreamReader(await zip.GetEntry(entry)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
