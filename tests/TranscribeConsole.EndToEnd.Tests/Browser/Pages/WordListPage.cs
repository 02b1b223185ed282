using Microsoft.Playwright;

namespace TranscribeConsole.EndToEnd.Tests.Browser.Pages;

/// <summary>Lists, forms and details of vocabularies, filters and models.</summary>
internal sealed class WordListPage(IPage page) : ConsolePage(page)
{
    public ILocator Name => Page.GetByLabel("Name", new() { Exact = true });

    public ILocator File => Page.Locator(".word-table input[type=file]");

    public ILocator Rows => Page.Locator("tbody tr");

    public ILocator Phrase(int row) => Page.GetByLabel($"Phrase, row {row}", new() { Exact = true });

    public ILocator DisplayAs(int row) => Page.GetByLabel($"DisplayAs, row {row}", new() { Exact = true });

    public ILocator Word(int row) => Page.GetByLabel($"Word, row {row}", new() { Exact = true });

    public ILocator Form => Page.Locator("fieldset.until-interactive:not([disabled])");

    public ILocator Row(string name) => Rows.Filter(new() { Has = Page.GetByText(name, new() { Exact = true }) });

    public async Task OpenAsync(string path)
    {
        await GoToAsync(path);
        await Form.WaitForAsync();
    }

    public Task ShowsAsync(string name, string status) => Assertions.Expect(Row(name)).ToContainTextAsync(status, new() { Timeout = 30_000 });

    /// <summary>Chooses a file with these bytes.</summary>
    public async Task ChooseAsync(string name, byte[] content)
    {
        await EditorAsync(Page);
        await File.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = content });
    }

    /// <summary>Pastes text into a field, as from a spreadsheet.</summary>
    public static async Task PasteAsync(ILocator field, string text)
    {
        await EditorAsync(field.Page);
        await field.EvaluateAsync(
            """
            (field, text) => {
              const data = new DataTransfer();
              data.setData('text/plain', text);
              field.focus();
              field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            text);
    }

    // Its script has come a moment after the page: files and pastes before that are the browser's own.
    private static Task EditorAsync(IPage page) => page.Locator(".word-table[data-ready]").WaitForAsync();
}
