using Microsoft.Playwright;

namespace TranscribeConsole.EndToEnd.Tests.Browser.Pages;

internal sealed class JobDetailsPage(IPage page) : ConsolePage(page)
{
    public ILocator Details => Page.GetByRole(AriaRole.Region, new() { Name = "Job details" });

    public ILocator Preview => Page.GetByRole(AriaRole.Region, new() { Name = "Transcription preview" });

    public Task OpenAsync(string name) => GoToAsync($"jobs/{name}");

    public Task CompletedAsync() => Assertions.Expect(Details).ToContainTextAsync("Complete", new() { Timeout = 90_000 });

    /// <summary>Chooses an entry of the Download menu; answers the file's name and content.</summary>
    public async Task<(string FileName, string Content)> DownloadAsync(string entry)
    {
        await Button("Download").ClickAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByText(entry, new() { Exact = true }).ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync()));
    }
}
