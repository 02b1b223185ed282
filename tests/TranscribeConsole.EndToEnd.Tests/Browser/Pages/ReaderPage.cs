using Microsoft.Playwright;

namespace TranscribeConsole.EndToEnd.Tests.Browser.Pages;

/// <summary>The reading page of a job.</summary>
internal sealed class ReaderPage(IPage page) : ConsolePage(page)
{
    public ILocator Reader => Page.Locator("transcript-reader[data-interactive=true]");

    public ILocator Text => Page.GetByRole(AriaRole.Region, new() { Name = "Transcript", Exact = true });

    public ILocator Turns => Page.Locator("li.turn");

    public ILocator Time => Page.Locator("[data-player=time]");

    public ILocator Speed => Page.GetByLabel("Speed");

    public ILocator Find => Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find in the transcript" });

    public ILocator Count => Page.Locator("#reader-find-count");

    public ILocator Return => Button("Return to the current word");

    public ILocator Said => Page.Locator("[data-part=said]");

    public ILocator Dialog(string name) => Page.GetByRole(AriaRole.Dialog, new() { Name = name });

    public ILocator Tab(string name) => Page.GetByRole(AriaRole.Tab, new() { Name = name });

    public ILocator Turn(int index) => Page.Locator($"li.turn[data-turn='{index}']");

    public ILocator TextOf(int turn) => Turn(turn).Locator(".turn-text");

    public ILocator Editor(int turn) => Turn(turn).GetByRole(AriaRole.Textbox);

    public Task OpenAsync(string job, string query = "") => OpenAtAsync($"jobs/{job}/transcript{query}");

    public async Task OpenAtAsync(string address)
    {
        await GoToAsync(address);
        await Page.Locator("transcript-reader[data-interactive=true][data-ready=true]").WaitForAsync();
    }

    /// <summary>Waits until the media can be played.</summary>
    public Task PlayableAsync() => Assertions.Expect(Page.Locator("[data-player=play]")).ToBeEnabledAsync();

    /// <summary>The words that are marked in a way; what is not in the document is not among them.</summary>
    public Task<string[]> MarkedAsync(string kind) =>
        Page.EvaluateAsync<string[]>("kind => [...CSS.highlights.get('transcript-' + kind)].map(range => range.toString())", kind);

    /// <summary>Seconds, as the player has them.</summary>
    public Task<double> PositionAsync() => Page.EvaluateAsync<double>("() => Number(document.querySelector('[data-player=position]').value)");

    public Task WaitForMarkAsync(string kind, string word) => Page.WaitForFunctionAsync(
        "([kind, word]) => [...CSS.highlights.get('transcript-' + kind)].some(range => range.toString() === word)", new[] { kind, word });

    /// <summary>Waits until the player stands at a second, or in the half second after it.</summary>
    public Task AtAsync(double seconds) => Page.WaitForFunctionAsync(
        "seconds => Math.abs(Number(document.querySelector('[data-player=position]').value) - seconds) < 0.5", seconds);

    /// <summary>A click in the middle of a word of a turn.</summary>
    public async Task ClickWordAsync(int turn, string word)
    {
        await TextOf(turn).ScrollIntoViewIfNeededAsync();
        var place = await TextOf(turn).EvaluateAsync<float[]>(
            """
            (text, word) => {
              const range = document.createRange();
              const from = text.textContent.indexOf(word);
              range.setStart(text.firstChild, from);
              range.setEnd(text.firstChild, from + word.length);
              const box = range.getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            }
            """, word);
        await Page.Mouse.ClickAsync(place[0], place[1]);
    }

    /// <summary>Selects from a word of one turn to the end of another.</summary>
    public Task SelectAsync(int fromTurn, string word, int toTurn) => Page.EvaluateAsync(
        """
        ([from, word, to]) => {
          const text = turn => document.querySelector(`li.turn[data-turn='${turn}'] .turn-text`).firstChild;
          getSelection().setBaseAndExtent(text(from), text(from).data.indexOf(word), text(to), text(to).data.length);
        }
        """, new object[] { fromTurn, word, toTurn });

    /// <summary>Chooses a format in the download dialog, which is open, and takes the file.</summary>
    public async Task<(string FileName, byte[] Content)> DownloadAsync()
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Dialog("Download transcript").GetByRole(AriaRole.Link, new() { Name = "Download", Exact = true }).ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }
}
