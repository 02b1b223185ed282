using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TranscribeConsole.EndToEnd.Tests.Browser.Pages;

/// <summary>Both steps of the wizard.</summary>
internal sealed class CreateJobPage(IPage page) : ConsolePage(page)
{
    public ILocator Name => Page.GetByLabel("Name", new() { Exact = true });

    public ILocator Language => Page.GetByRole(AriaRole.Combobox, new() { Name = "Language", Exact = true });

    public ILocator File => Page.Locator("input[type=file]");

    public ILocator Upload => Page.Locator(".upload");

    public ILocator Progress => Upload.GetByRole(AriaRole.Progressbar);

    public ILocator MediaUri => Page.GetByLabel("Input file location on S3");

    public ILocator OutputUri => Page.GetByLabel("Output file destination on S3");

    public ILocator UploadSource => Page.GetByRole(AriaRole.Radio, new() { Name = "Upload file" });

    public ILocator S3Source => Page.GetByRole(AriaRole.Radio, new() { Name = "S3 location" });

    public ILocator CustomerBucket => Page.GetByRole(AriaRole.Radio, new() { Name = "Customer specified S3 bucket" });

    /// <summary>The panels of the step; disabled until the draft has been read.</summary>
    public ILocator Form => Page.Locator("fieldset.until-interactive:not([disabled])");

    public ILocator Request => Page.GetByRole(AriaRole.Region, new() { Name = "Request", Exact = true });

    public ILocator RequestText => Request.Locator("pre");

    public ILocator Errors => Page.Locator("error-summary");

    public ILocator Next => Button("Next");

    public ILocator Create => Button("Create job");

    public ILocator Previous => Button("Previous");

    /// <summary>Of several files, the field with the name of one's job.</summary>
    public ILocator NameFor(string file) => Text($"Name of the job for {file}");

    public ILocator UploadRow(string file) => Upload.Locator(".progress-row").Filter(new() { HasText = file });

    /// <summary>Of several jobs that are created, the row of one.</summary>
    public ILocator BatchRow(string name) => Page.Locator(".batch-row").Filter(new() { Has = Page.GetByText(name, new() { Exact = true }) });

    public ILocator Switch(string name) => Page.GetByRole(AriaRole.Switch, new() { Name = name, Exact = true });

    public ILocator Radio(string name) => Page.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });

    public ILocator Check(string name) => Page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true });

    public ILocator Text(string label) => Page.GetByLabel(label, new() { Exact = true });

    public Task OpenAsync() => OpenAsync("create-job");

    public async Task OpenAsync(string path)
    {
        await GoToAsync(path);
        await ReadyAsync();
    }

    public Task ReadyAsync() => Form.WaitForAsync();

    /// <summary>Chooses in a select that filters: types, and takes the first match.</summary>
    public async Task PickAsync(string label, string text)
    {
        var field = Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });
        await field.FillAsync(text);
        await Page.GetByRole(AriaRole.Option, new() { Name = text }).First.ClickAsync();
    }

    /// <summary>Fills step 1 for a file, without waiting for its upload.</summary>
    public async Task ChooseAsync(string name, string file)
    {
        await OpenAsync();
        await Name.FillAsync(name);
        await File.SetInputFilesAsync(file);
    }

    public Task UploadedAsync() => Assertions.Expect(Upload).ToHaveAttributeAsync("data-phase", "Completed", new() { Timeout = 60_000 });

    /// <summary>Goes through both steps; the list of jobs follows.</summary>
    public async Task SubmitAsync()
    {
        await Next.ClickAsync();
        await Assertions.Expect(Heading).ToContainTextAsync("Configure job");
        await Create.ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/jobs$"), new() { Timeout = 60_000 });
    }
}
