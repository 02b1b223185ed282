using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>A console where people sign in, on plain http at loopback: Chromium takes its Secure cookie from there.</summary>
public class SignInFixture : BrowserFixture
{
    public const string Administrator = "root";
    public const string Password = "a horse in the meadow";

    /// <summary>The path of the link that the start has printed.</summary>
    public string SetupPath => Regex.Match(Console.Output, "/(setup/[A-Za-z0-9_-]+)").Groups[1].Value;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await WithPageAsync("first-administrator", async page =>
        {
            await page.GotoAsync(SetupPath);
            await page.CheckLookAsync("first administrator", ColorScheme.Light, 1280);
            await FillAsync(page, Administrator, "Root");
            await page.GetByRole(AriaRole.Button, new() { Name = "Create administrator" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Transcription jobs");
        });
    }

    /// <summary>Fills in who makes an account.</summary>
    public static async Task FillAsync(IPage page, string signInName, string name)
    {
        await page.GetByLabel("Sign-in name").FillAsync(signInName);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password").FillAsync(Password);
    }

    public static async Task SignInAsync(IPage page, string name, string path = "sign-in")
    {
        await page.GotoAsync(path);
        await page.GetByLabel("Sign-in name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    protected override Task<ConsoleProcess> StartConsoleAsync(TemporaryDirectory directory) => ConsoleProcess.StartAsync(directory["data"], "--Security:Mode=Local");
}
