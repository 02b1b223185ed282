using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>A console where people sign in, with a completed job of its administrator.</summary>
public sealed class ShareFixture : SignInFixture
{
    public const string Job = "interview";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await WithPageAsync("job-to-share", async page =>
        {
            await SignInAsync(page, Administrator, "sign-in?return=/create-job");
            var wizard = new CreateJobPage(page);
            await wizard.ReadyAsync();
            await wizard.Name.FillAsync(Job);
            await wizard.File.SetInputFilesAsync(Hosting.Samples.Recorded);
            await wizard.UploadedAsync();
            await wizard.SubmitAsync();
            var details = new JobDetailsPage(page);
            await details.OpenAsync(Job);
            await details.CompletedAsync();
        });
    }

    /// <summary>Opens the dialog on the job's page, where an administrator has signed in.</summary>
    public static async Task OpenDialogAsync(IPage page)
    {
        var details = new JobDetailsPage(page);
        await details.OpenAsync(Job);
        await details.Button("Share link").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = $"Share {Job}" })).ToBeVisibleAsync();
    }

    /// <summary>Makes a link in the dialog, which is open; answers its address.</summary>
    public static async Task<string> MakeAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Make link" }).ClickAsync();
        return (await page.Locator("#share-link").TextContentAsync())!;
    }
}
