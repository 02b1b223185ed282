using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>What people type or paste, odd and hostile entries among it, and that a keyboard is enough to choose.</summary>
public sealed class WizardInputTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("it's")]
    [InlineData("\"quoted\"")]
    [InlineData("<script>document.title='owned'</script>")]
    [InlineData("evil\u202Egpj.exe")] // written from right to left
    [InlineData("p\u0430ypal")] // a Cyrillic letter that looks like a Latin one
    [InlineData("n\u0303ame")]
    public Task A_name_with_what_the_service_does_not_take_is_refused_and_kept_as_it_is(string name) => browser.WithPageAsync($"odd-{name.Length}", async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Name.FillAsync(name);
        await wizard.Next.ClickAsync();
        await Expect(page.Locator("#name-error")).ToContainTextAsync("letters a–z and A–Z");
        await Expect(wizard.Name).ToBeFocusedAsync();
        await Expect(wizard.Name).ToHaveValueAsync(name);
        await page.ReloadAsync();
        await wizard.ReadyAsync();
        await Expect(wizard.Name).ToHaveValueAsync(name);
        await Expect(page).ToHaveTitleAsync(new Regex("Create job"));
    });

    [Fact]
    public Task A_name_of_200_characters_becomes_a_job_and_one_more_is_counted() => browser.WithPageAsync(nameof(A_name_of_200_characters_becomes_a_job_and_one_more_is_counted), async page =>
    {
        var name = new string('n', 200);
        var wizard = await FromS3Async(page, name + "n", await PutAsync("long.wav"));
        await wizard.Next.ClickAsync();
        await Expect(page.Locator("#name-error")).ToContainTextAsync("The name has 201 characters; it can have up to 200.");
        await wizard.Name.FillAsync(name);
        await wizard.SubmitAsync();
        await new JobListPage(page).ShowsAsync(name, "Complete");
        await page.AssertCleanAsync("a list with a name of 200 characters");
    });

    [Theory]
    [InlineData("../x.wav")]
    [InlineData("a//b.wav")]
    [InlineData("with space.wav")]
    [InlineData("100%+1.wav")]
    [InlineData("%2e%2e%2f.wav")]
    [InlineData("emoji 😀 ü ש.wav")]
    [InlineData("q?a=1&b=2#c.wav")]
    [InlineData("<script>'\".wav")]
    [InlineData("1024")]
    public Task Media_under_any_key_that_S3_has_is_transcribed(string key) => browser.WithPageAsync($"key-{key.Length}-{key[0]}", async page =>
    {
        if (key == "1024") key = new string('k', 1020) + ".wav";
        var name = $"key-{Guid.NewGuid():n}";
        var wizard = await FromS3Async(page, name, await PutAsync(key));
        await wizard.SubmitAsync();
        await new JobListPage(page).ShowsAsync(name, "Complete");
        await new JobDetailsPage(page).OpenAsync(name);
        await Expect(new JobDetailsPage(page).Details).ToContainTextAsync(key);
    });

    [Fact]
    public Task The_output_lies_under_a_key_with_every_character_that_one_may_have() => browser.WithPageAsync(nameof(The_output_lies_under_a_key_with_every_character_that_one_may_have), async page =>
    {
        using var s3 = browser.Console.CreateS3();
        await s3.PutBucketAsync("every-character");
        var wizard = await FromS3Async(page, "every-character", await PutAsync("every.wav"));
        await wizard.CustomerBucket.CheckAsync();
        await wizard.OutputUri.FillAsync("s3://every-character/azAZ09-_.!*'()/");
        await wizard.SubmitAsync();
        await new JobListPage(page).ShowsAsync("every-character", "Complete");
        await new JobDetailsPage(page).OpenAsync("every-character");
        await Expect(new JobDetailsPage(page).Preview).ToContainTextAsync("s3://every-character/azAZ09-_.!*'()/every-character.json");
        Assert.Equal("azAZ09-_.!*'()/every-character.json", (await s3.ListObjectsV2Async(new() { BucketName = "every-character" })).S3Objects.Single(found => found.Key.EndsWith(".json", StringComparison.Ordinal)).Key);
    });

    [Fact]
    public Task Fifty_tags_of_the_greatest_length_are_sent_and_there_is_no_fifty_first() => browser.WithPageAsync(nameof(Fifty_tags_of_the_greatest_length_are_sent_and_there_is_no_fifty_first), async page =>
    {
        var wizard = await FromS3Async(page, "fifty-tags", await PutAsync("tags.wav"));
        for (var i = 1; i <= 50; i++)
        {
            await wizard.AddTagAsync();
            await wizard.Text($"Key of tag {i}").FillAsync($"{i:00}" + new string('k', 126));
            if (i is 1 or 50) await wizard.Text($"Value - optional of tag {i}").FillAsync("<script>" + new string('v', 248));
        }

        await Expect(wizard.Button("Add new tag")).ToBeDisabledAsync();
        await wizard.Text("Key of tag 50").FillAsync("01" + new string('k', 127));
        await wizard.Text("Value - optional of tag 1").FillAsync(new string('v', 257));
        await wizard.Next.ClickAsync();
        await Expect(wizard.Errors).ToContainTextAsync("The key can have up to 128 characters.");
        await Expect(wizard.Errors).ToContainTextAsync("The value can have up to 256 characters.");
        await Expect(wizard.Text("Value - optional of tag 1")).ToBeFocusedAsync();
        await wizard.Text("Key of tag 50").FillAsync("AWS:x");
        await wizard.Text("Value - optional of tag 1").FillAsync(new string('v', 256));
        await wizard.Next.ClickAsync();
        await Expect(wizard.Errors).ToContainTextAsync("Keys that begin with aws: are reserved.");
        await wizard.Text("Key of tag 50").FillAsync("50" + new string('k', 126));
        await wizard.SubmitAsync();
        using var transcribe = browser.Console.CreateTranscribe();
        var job = (await transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = "fifty-tags" })).TranscriptionJob;
        Assert.Equal(50, job!.Tags!.Count);
        Assert.Contains(job.Tags, tag => tag.Value == "<script>" + new string('v', 248));
    });

    [Fact]
    public Task A_language_is_found_by_name_or_code_with_the_keyboard() => browser.WithPageAsync(nameof(A_language_is_found_by_name_or_code_with_the_keyboard), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        var list = page.GetByRole(AriaRole.Listbox, new() { Name = "Language", Exact = true });
        await wizard.Language.FocusAsync();
        await wizard.Language.FillAsync("swiss");
        await Expect(list.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await Expect(wizard.Language).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("Escape");
        await Expect(wizard.Language).ToHaveAttributeAsync("aria-expanded", "false");
        await wizard.Language.FillAsync("en-us");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(wizard.Language).ToHaveAttributeAsync("aria-activedescendant", new Regex(".+"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(wizard.Language).ToHaveValueAsync("English, US (en-US)");
        Assert.EndsWith("/create-job", page.Url, StringComparison.Ordinal); // Enter chose; it did not submit
        await wizard.Language.FillAsync("no such language");
        await Expect(list).ToContainTextAsync("No matches");
        await page.Keyboard.PressAsync("Tab");
        await Expect(wizard.Language).ToHaveValueAsync("English, US (en-US)");
    });

    [Fact]
    public Task Info_opens_the_help_and_the_focus_goes_there_and_back() => browser.WithPageAsync(nameof(Info_opens_the_help_and_the_focus_goes_there_and_back), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Next.ClickAsync();
        await Expect(wizard.Name).ToBeFocusedAsync(); // the first error
        await page.Keyboard.PressAsync("Shift+Tab");
        var info = page.Locator(":focus");
        await Expect(info).ToHaveTextAsync(new Regex("Info"));
        await page.Keyboard.PressAsync("Enter");
        var panel = page.GetByRole(AriaRole.Complementary);
        await Expect(panel.GetByRole(AriaRole.Heading).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToHaveCountAsync(0);
        await Expect(page.Locator(":focus")).ToHaveTextAsync(new Regex("Info"));
        await page.Keyboard.PressAsync("Tab");
        await Expect(wizard.Name).ToBeFocusedAsync();
    });

    [Fact]
    public Task Leaving_asks_and_the_focus_goes_into_the_question_and_back() => browser.WithPageAsync(nameof(Leaving_asks_and_the_focus_goes_into_the_question_and_back), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Name.FillAsync("unfinished");
        await wizard.Link("Cancel").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Leave without creating the job?" });
        await Expect(dialog).ToBeVisibleAsync();
        Assert.True(await dialog.EvaluateAsync<bool>("dialog => dialog.contains(document.activeElement)"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(wizard.Link("Cancel")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await wizard.Button("Leave").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await wizard.OpenAsync();
        await Expect(wizard.Name).ToHaveValueAsync("");
    });

    private async Task<string> PutAsync(string key)
    {
        using var s3 = browser.Console.CreateS3();
        await s3.PutBucketAsync("odd-media");
        await s3.PutObjectAsync(new() { BucketName = "odd-media", Key = key, FilePath = Samples.Recorded });
        return $"s3://odd-media/{key}";
    }

    private static async Task<CreateJobPage> FromS3Async(IPage page, string name, string mediaUri)
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Name.FillAsync(name);
        await wizard.S3Source.CheckAsync();
        await wizard.MediaUri.FillAsync(mediaUri);
        return wizard;
    }
}
