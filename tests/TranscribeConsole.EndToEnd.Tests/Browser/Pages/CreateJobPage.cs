using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TranscribeConsole.EndToEnd.Tests.Browser.Pages;

/// <summary>Both steps of the wizard.</summary>
internal sealed class CreateJobPage(IPage page) : ConsolePage(page)
{
    public ILocator Name => Page.GetByLabel("Name", new() { Exact = true });

    public ILocator Language => Page.GetByLabel("Language", new() { Exact = true });

    public ILocator File => Page.Locator("input[type=file]");

    public ILocator Upload => Page.Locator(".upload");

    public ILocator Progress => Upload.GetByRole(AriaRole.Progressbar);

    public ILocator MediaUri => Page.GetByLabel("Input file location on S3");

    public ILocator OutputUri => Page.GetByLabel("Output file destination on S3");

    public ILocator UploadSource => Page.GetByRole(AriaRole.Radio, new() { Name = "Upload file" });

    public ILocator S3Source => Page.GetByRole(AriaRole.Radio, new() { Name = "S3 location" });

    public ILocator CustomerBucket => Page.GetByRole(AriaRole.Radio, new() { Name = "Customer specified S3 bucket" });

    public ILocator Next => Button("Next");

    public ILocator Create => Button("Create job");

    public Task OpenAsync() => GoToAsync("create-job");

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
