using Microsoft.Playwright;

namespace TranscribeConsole.EndToEnd.Tests.Browser.Pages;

internal sealed class JobListPage(IPage page) : ConsolePage(page)
{
    public ILocator Search => Page.GetByLabel("Search transcription jobs");

    public ILocator Status => Page.GetByLabel("Status", new() { Exact = true });

    public ILocator Rows => Page.Locator("tbody tr");

    public ILocator Row(string name) => Rows.Filter(new() { Has = Link(name) });

    public ILocator Headers => Page.Locator("thead th");

    public ILocator SelectAll => Page.GetByLabel("Select all");

    public ILocator News => Page.Locator(".right > [role=status]");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public ILocator DialogButton(string name) => Dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Select(string name) => Page.GetByLabel($"Select {name}", new() { Exact = true });

    public ILocator Cell(string name, string column) => Row(name).Locator($"td[data-label='{column}']");

    /// <summary>Waits, without a reload, until the job's row says so.</summary>
    public Task ShowsAsync(string name, string status) => Assertions.Expect(Row(name)).ToContainTextAsync(status, new() { Timeout = 90_000 });
}
