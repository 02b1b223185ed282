using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

internal static class Accessibility
{
    /// <summary>Fails with the rules and places when axe-core finds a violation on the page as it is now.</summary>
    public static async Task AssertCleanAsync(this IPage page, string state)
    {
        // Evaluated, not added as a script tag: the page's Content-Security-Policy stays in force.
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var result = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document)).violations");
        var violations = result.EnumerateArray().Select(violation =>
            $"{violation.GetProperty("id")}: {string.Join(", ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("target")))}");
        Assert.True(!violations.Any(), $"{state}: {string.Join("; ", violations)}");
    }
}
