using Microsoft.Playwright;

namespace TranscribeConsole.EndToEnd.Tests.Browser.Pages;

internal sealed class JobListPage(IPage page) : ConsolePage(page)
{
    public ILocator Search => Page.GetByLabel("Search transcription jobs");

    public ILocator Status => Page.GetByLabel("Status", new() { Exact = true });

    public ILocator Rows => Page.Locator("tbody tr");

    public ILocator Row(string name) => Rows.Filter(new() { Has = Link(name) });

    /// <summary>Waits, without a reload, until the job's row says so.</summary>
    public Task ShowsAsync(string name, string status) => Assertions.Expect(Row(name)).ToContainTextAsync(status, new() { Timeout = 90_000 });
}
