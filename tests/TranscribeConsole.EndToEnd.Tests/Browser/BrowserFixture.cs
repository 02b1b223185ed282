using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The published console on its local backend, and Debian's Chromium; shared by the tests of a class.</summary>
public class BrowserFixture : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ConsoleProcess Console { get; private set; } = null!;

    public Samples Samples { get; private set; } = null!;

    /// <summary>Where browsers find the console.</summary>
    protected virtual Uri Address => Console.Address;

    public virtual async Task InitializeAsync()
    {
        Samples = new Samples(_directory);
        Console = await StartConsoleAsync(_directory);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000); // a loaded machine is slow, not wrong
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
    }

    protected virtual Task<ConsoleProcess> StartConsoleAsync(TemporaryDirectory directory) => ConsoleProcess.StartAsync(directory["data"]);

    /// <summary>Runs a test in a browser context of its own; a failing one leaves trace and screenshot, and any console error fails it.</summary>
    /// <param name="test">Name for the files left behind.</param>
    /// <param name="expectedErrors">Parts of console errors that the test provokes.</param>
    public async Task WithPageAsync(string test, Func<IPage, Task> body, BrowserNewContextOptions? options = null, params string[] expectedErrors)
    {
        await using var context = await _browser!.NewContextAsync(new BrowserNewContextOptions(options ?? new()) { BaseURL = Address.ToString() });
        // Without its film: painting one on a machine without a GPU takes half of the processor.
        await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            // Without an address it comes from a script that a test has evaluated: axe-core tries inline styles, and the policy stops it.
            if (message.Type == "error" && !message.Location.StartsWith(':')) lock (errors) errors.Add($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) =>
        {
            lock (errors) errors.Add(error);
        };
        try
        {
            await body(page);
            lock (errors)
                Assert.DoesNotContain(errors, error => !expectedErrors.Any(expected => error.Contains(expected, StringComparison.Ordinal)));
        }
        catch
        {
            var left = Path.Combine(Repository.TestResults, "browser", test);
            if (!page.IsClosed) await page.ScreenshotAsync(new PageScreenshotOptions { Path = left + ".png", FullPage = true });
            await context.Tracing.StopAsync(new TracingStopOptions { Path = left + ".zip" });
            await File.WriteAllTextAsync(left + ".log", Console.Output);
            throw;
        }
    }

    public virtual async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Console.DisposeAsync();
        _directory.Dispose();
    }
}
