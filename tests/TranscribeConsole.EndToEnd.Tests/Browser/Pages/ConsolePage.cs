using Microsoft.Playwright;

namespace TranscribeConsole.EndToEnd.Tests.Browser.Pages;

/// <summary>What every page has. A prerendered page loses input until its circuit is up: tests wait for that.</summary>
internal abstract class ConsolePage(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Alert => Page.GetByRole(AriaRole.Alert);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(path);
        await InteractiveAsync();
    }

    /// <summary>A new row for a tag. The page moves the focus to its key, and what is typed before goes there, too.</summary>
    public async Task AddTagAsync()
    {
        await Button("Add new tag").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Key of tag ") }).Last).ToBeFocusedAsync();
    }

    /// <summary>Stays on a page that asks whether it may be left. What is behind its question takes nothing before that is gone.</summary>
    public async Task StayAsync()
    {
        await Button("Stay").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    public Task InteractiveAsync() => Page.Locator("main[data-interactive=true]").WaitForAsync();
}
