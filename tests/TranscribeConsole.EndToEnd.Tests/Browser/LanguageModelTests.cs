using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Custom language models, which the local backend has none of, against a Transcribe that records what it is asked.</summary>
public sealed class LanguageModelTests(AwsBrowserFixture browser) : IClassFixture<AwsBrowserFixture>
{
    private const string Role = "arn:aws:iam::111122223333:role/TranscribeData";

    [Fact]
    public Task Every_field_of_training_arrives() => browser.WithPageAsync(nameof(Every_field_of_training_arrives), async page =>
    {
        var form = new WordListPage(page);
        await form.OpenAsync("train-model");
        await form.Name.FillAsync("boardroom");
        var language = page.GetByRole(AriaRole.Combobox, new() { Name = "Language", Exact = true });
        await language.FillAsync("German");
        await page.GetByRole(AriaRole.Option, new() { Name = "German (de-DE)" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Wide band" }).CheckAsync();
        await form.Button("Browse S3 for the training data").ClickAsync();
        await page.GetByRole(AriaRole.Row, new() { Name = AwsBrowserFixture.Bucket }).GetByRole(AriaRole.Radio).CheckAsync();
        await form.Button("Choose").ClickAsync();
        await Expect(page.GetByLabel("Training data location on S3")).ToHaveValueAsync($"s3://{AwsBrowserFixture.Bucket}/");
        await page.GetByLabel("Tuning data location on S3").FillAsync("s3://texts/tune/");
        await page.GetByLabel("IAM role").FillAsync(Role);
        await form.AddTagAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Key" }).FillAsync("team");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Value" }).FillAsync("legal");
        await form.Button("Train model").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/custom-language-model$"));
        await Expect(page.GetByText("The training of model boardroom has started.")).ToBeVisibleAsync();
        var expected = JsonNode.Parse(
            $$"""
            {"LanguageCode":"de-DE","BaseModelName":"WideBand","ModelName":"boardroom","Tags":[{"Key":"team","Value":"legal"}],
             "InputDataConfig":{"S3Uri":"s3://{{AwsBrowserFixture.Bucket}}/","TuningDataS3Uri":"s3://texts/tune/","DataAccessRoleArn":"{{Role}}"} }
            """);
        var sent = Assert.Single(browser.Transcribe.Trained, body => (string?)body["ModelName"] == "boardroom");
        Assert.True(JsonNode.DeepEquals(expected, sent), sent.ToJsonString());
    });

    [Fact]
    public Task Form_survives_a_reload() => browser.WithPageAsync(nameof(Form_survives_a_reload), async page =>
    {
        var form = new WordListPage(page);
        await form.OpenAsync("train-model");
        await form.Name.FillAsync("kept-model");
        await page.GetByLabel("Tuning data location on S3").FillAsync("s3://texts/tune/");
        // The page is gone before the server can have told it anything about the choice.
        await page.EvaluateAsync("() => { window.before = true; document.getElementById('model-basemodel-WideBand').click(); location.reload(); }");
        await page.WaitForFunctionAsync("() => !window.before");
        await form.Form.WaitForAsync();

        await Expect(form.Name).ToHaveValueAsync("kept-model");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Wide band" })).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Tuning data location on S3")).ToHaveValueAsync("s3://texts/tune/");
    });

    [Fact]
    public Task Wizard_trains_a_model_in_place_and_tells_when_it_is_complete() => browser.WithPageAsync(nameof(Wizard_trains_a_model_in_place_and_tells_when_it_is_complete), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Name.FillAsync("with-new-model");
        await wizard.Radio("Custom language model").CheckAsync();
        await wizard.Button("Create a new one (language model for English, US (en-US))").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("courtroom");
        await dialog.GetByLabel("Training data location on S3").FillAsync("s3://texts/train/");
        await dialog.GetByLabel("IAM role").FillAsync(Role);
        await page.AssertCleanAsync("training in the wizard");
        var models = browser.Transcribe.OwnModels;
        try
        {
            browser.Transcribe.OwnModels = [.. models, ("courtroom", "en-US", "IN_PROGRESS")];
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Train model", Exact = true }).ClickAsync();
            await Expect(page.GetByText("courtroom is in training, which takes hours.")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Custom model selection" })).ToHaveValueAsync("courtroom");
            await Expect(wizard.Name).ToHaveValueAsync("with-new-model");
            await Expect(page.GetByText("2 are not ready")).ToBeVisibleAsync(); // of those left out

            browser.Transcribe.OwnModels = [.. models, ("courtroom", "en-US", "COMPLETED")];
            await Expect(page.GetByText("courtroom is in training")).ToHaveCountAsync(0);
            await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Custom model selection" })).ToHaveValueAsync("courtroom");
        }
        finally
        {
            browser.Transcribe.OwnModels = models;
        }
    });

    [Fact]
    public Task List_and_details_show_what_the_service_says() => browser.WithPageAsync(nameof(List_and_details_show_what_the_service_says), async page =>
    {
        browser.Transcribe.ModelDetails["law"] = (JsonObject)JsonNode.Parse(
            $$"""
            {"ModelName":"law","LanguageCode":"en-US","BaseModelName":"NarrowBand","ModelStatus":"FAILED","FailureReason":"There was too little text.","UpgradeAvailability":true,
             "CreateTime":1700000000,"LastModifiedTime":1700000000,"InputDataConfig":{"S3Uri":"s3://texts/train/","DataAccessRoleArn":"{{Role}}"} }
            """)!;
        var models = new WordListPage(page);
        await models.GoToAsync("custom-language-model");
        await Expect(models.Row("law")).ToContainTextAsync("Complete");
        await Expect(models.Row("new-law")).ToContainTextAsync("In progress");
        await models.Link("law").ClickAsync();

        await Expect(page.GetByText("There was too little text.")).ToBeVisibleAsync();
        await Expect(page.GetByText("A newer base model exists")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("s3://texts/train/");
        await page.AssertCleanAsync("model");
    });
}
