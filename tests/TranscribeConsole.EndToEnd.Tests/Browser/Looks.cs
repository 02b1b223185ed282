using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>What a page must be in every state, theme and width; and its picture, which <c>./scripts/screenshots</c> takes into the docs.</summary>
internal static class Looks
{
    /// <summary>No axe violation, no sideways scrolling.</summary>
    public static async Task CheckLookAsync(this IPage page, string state, ColorScheme scheme, int width)
    {
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{state.Replace(' ', '-')}-{width}-{scheme.ToString().ToLowerInvariant()}.png");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.TestResults, "looks", name), Animations = ScreenshotAnimations.Disabled });
        await page.AssertCleanAsync(state);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{state}: the page scrolls sideways by {overflow} pixels.");
    }
}
