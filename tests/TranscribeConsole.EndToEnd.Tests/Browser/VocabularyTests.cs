using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
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

    [Fact]
    public Task Filter_beyond_the_limit_is_refused_with_the_rule_and_the_form_stays() => RunAsync(async page =>
    {
        using var transcribe = Browser.Console.CreateTranscribe();
        var before = (await transcribe.ListVocabularyFiltersAsync(new() { MaxResults = 100 })).VocabularyFilters?.Count ?? 0;
        List<string> made = [.. Enumerable.Range(before, 100 - before).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"one-of-100-{i}"))];
        try
        {
            foreach (var name in made) await transcribe.CreateVocabularyFilterAsync(new() { VocabularyFilterName = name, LanguageCode = "en-US", Words = ["park"] });
            var words = new WordListPage(page);
            await words.OpenAsync("create-vocabulary-filter");
            await words.Name.FillAsync("one-too-many");
            await words.Word(1).FillAsync("walk");
            await words.Button("Create vocabulary filter").ClickAsync();
            await Expect(words.Alert.Filter(new() { HasText = "A limit of Amazon Transcribe is reached" })).ToContainTextAsync("100");
            await Expect(words.Name).ToHaveValueAsync("one-too-many");
            await Expect(words.Word(1)).ToHaveValueAsync("walk");
            await page.AssertCleanAsync("limit reached");

            await transcribe.DeleteVocabularyFilterAsync(new() { VocabularyFilterName = made[0] });
            await words.Button("Create vocabulary filter").ClickAsync();
            await Expect(page.GetByText("Vocabulary filter one-too-many was created.")).ToBeVisibleAsync();
        }
        finally
        {
            foreach (var name in made.Append("one-too-many"))
            {
                try
                {
                    await transcribe.DeleteVocabularyFilterAsync(new() { VocabularyFilterName = name });
                }
                catch (Amazon.TranscribeService.AmazonTranscribeServiceException)
                {
                    // It was not made, or is gone already.
                }
            }
        }
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
        await page.CheckLookAsync("models", scheme, width);
        await words.OpenAsync("train-model");
        await words.Button("Train model").ClickAsync();
        await page.GetByText("Enter a name for the model.").First.WaitForAsync();
        await page.CheckLookAsync("train", scheme, width);
        await words.OpenAsync("create-vocabulary");
        await WordListPage.PasteAsync(words.Phrase(1), "Lake Tahoe\tLake Tahoe\nCLI\t\nEtienne\t\n");
        await page.GetByText("Letters that are spoken one by one").WaitForAsync();
        await words.Button("Create vocabulary").ClickAsync();
        await page.GetByText("Enter a name for the vocabulary.").First.WaitForAsync();
        await words.Button("Show the request").ClickAsync();
        await page.CheckLookAsync("create-vocabulary", scheme, width);
        await CreateFilterAsync(words, $"filter-{name}", "park", text: "We park in the park.");
        await page.CheckLookAsync("filters", scheme, width);
        await words.Link($"filter-{name}").ClickAsync();
        await words.Row("park").WaitForAsync();
        await words.Button("Manage tags").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.CheckLookAsync("tags", scheme, width);
        await page.Keyboard.PressAsync("Escape");
        await page.GetByLabel("Text to try").FillAsync("The park and the PARKS.");
        await page.CheckLookAsync("filter", scheme, width);
        await words.GoToAsync("custom-vocabulary?search=none-of-these");
        await page.CheckLookAsync("vocabularies-none", scheme, width);
        await words.GoToAsync("custom-vocabulary/no-such");
        await page.CheckLookAsync("vocabulary-missing", scheme, width);
    }, new() { ViewportSize = new() { Width = width, Height = 900 } }, "404");
}
