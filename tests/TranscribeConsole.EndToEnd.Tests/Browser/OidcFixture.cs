using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>A console where people sign in at a provider, which is another site for the browser: localhost, and the console 127.0.0.1.</summary>
public sealed class OidcFixture : BrowserFixture
{
    public const string Administrator = "root";

    public OidcProvider Provider { get; } = new();

    public override async Task InitializeAsync()
    {
        await Provider.StartAsync();
        await base.InitializeAsync();
        await Provider.RegisterAsync(Console.Address);
        await Provider.SetUserAsync(Administrator, "0", "Root", "admins");
    }

    /// <summary>Goes where somebody has to sign in, and does so on the provider's page.</summary>
    public static async Task SignInAsync(IPage page, string name, string path = "jobs")
    {
        await page.GotoAsync(path);
        await page.GetByLabel("User name").FillAsync(name);
        await page.GetByLabel("Provider password").FillAsync(OidcProvider.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Provider.Dispose();
    }

    protected override Task<ConsoleProcess> StartConsoleAsync(TemporaryDirectory directory) => ConsoleProcess.StartAsync(directory["data"],
        [.. Provider.Settings, "--Security:Oidc:RoleClaim=groups", "--Security:Oidc:Roles:Submitter:0=editors", "--Security:Oidc:Roles:Administrator:0=admins"]);
}
