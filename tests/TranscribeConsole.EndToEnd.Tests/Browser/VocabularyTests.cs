using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Vocabularies, filters and models on the local backend, and how their pages look.</summary>
public sealed class VocabularyTests(BrowserFixture browser) : VocabularyContract(browser), IClassFixture<BrowserFixture>
{
    [Fact]
    public Task Training_is_refused_with_the_reason_and_the_form_stays() => RunAsync(async page =>
    {
        var model = new WordListPage(page);
        await model.OpenAsync("train-model");
        await Expect(page.GetByText("This backend can't train models")).ToBeVisibleAsync();
        await model.Name.FillAsync("law");
        await page.GetByLabel("Training data location on S3").FillAsync("s3://texts/train/");
        await page.GetByLabel("IAM role").FillAsync("arn:aws:iam::123456789012:role/reader");
        await model.Button("Train model").ClickAsync();

        await Expect(model.Alert.Filter(new() { HasText = "can't train custom language models" })).ToBeVisibleAsync();
        await Expect(model.Name).ToHaveValueAsync("law");
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Every_state_is_accessible_and_fits(ColorScheme scheme, int width) => Browser.WithPageAsync($"words-{scheme}-{width}", async page =>
    {
        var words = new WordListPage(page);
        var name = $"look-{scheme}-{width}";
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await words.GoToAsync("custom-language-model");
        await CheckAsync(page, name, "models");
        await words.OpenAsync("train-model");
        await words.Button("Train model").ClickAsync();
        await page.GetByText("Enter a name for the model.").First.WaitForAsync();
        await CheckAsync(page, name, "train");
        await words.OpenAsync("create-vocabulary");
        await WordListPage.PasteAsync(words.Phrase(1), "Lake Tahoe\tLake Tahoe\nCLI\t\nEtienne\t\n");
        await page.GetByText("Letters that are spoken one by one").WaitForAsync();
        await words.Button("Create vocabulary").ClickAsync();
        await page.GetByText("Enter a name for the vocabulary.").First.WaitForAsync();
        await words.Button("Show the request").ClickAsync();
        await CheckAsync(page, name, "create-vocabulary");
        await CreateFilterAsync(words, $"filter-{name}", "park", text: "We park in the park.");
        await CheckAsync(page, name, "filters");
        await words.Link($"filter-{name}").ClickAsync();
        await words.Row("park").WaitForAsync();
        await words.Button("Manage tags").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await CheckAsync(page, name, "tags");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByLabel("Text to try").FillAsync("The park and the PARKS.");
        await CheckAsync(page, name, "filter");
        await words.GoToAsync("custom-vocabulary?search=none-of-these");
        await CheckAsync(page, name, "vocabularies-none");
        await words.GoToAsync("custom-vocabulary/no-such");
        await CheckAsync(page, name, "vocabulary-missing");
    }, new() { ViewportSize = new() { Width = width, Height = 900 } }, "404");

    private static async Task CheckAsync(IPage page, string name, string state)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.TestResults, "browser", $"{name}-{state}.png"), FullPage = true });
        await page.AssertCleanAsync(state);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{state}: the page scrolls sideways by {overflow} pixels.");
    }
}
