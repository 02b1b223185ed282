using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Tags of a job, from the page to the service and back.</summary>
public sealed class TagsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Arn = "arn:aws:transcribe:us-east-1:000000000000:transcription-job/";

    [Fact]
    public Task Tags_are_added_changed_and_removed() => browser.WithPageAsync(nameof(Tags_are_added_changed_and_removed), async page =>
    {
        var details = await OpenAsync(page, "tagged");
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "Tags" });
        await Expect(panel).ToContainTextAsync("No tags are associated with the job.");

        await details.Button("Manage tags").ClickAsync();
        await AddAsync(page, 1, "team", "legal");
        await AddAsync(page, 2, "<b>case</b>", "7 & 8");
        await page.AssertCleanAsync("tags in the dialog");
        await details.Button("Save changes").ClickAsync();
        await Expect(panel.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(panel).ToContainTextAsync("<b>case</b>");
        Assert.Equal(["<b>case</b>=7 & 8", "team=legal"], await StoredAsync("tagged"));
        await Expect(details.Button("Manage tags")).ToBeFocusedAsync();

        await details.Button("Manage tags").ClickAsync();
        await Value(page, 2).FillAsync("sales");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove tag 1" }).ClickAsync();
        await AddAsync(page, 2, "year", "");
        await details.Button("Save changes").ClickAsync();
        await Expect(panel).ToContainTextAsync("sales");
        Assert.Equal(["team=sales", "year="], await StoredAsync("tagged"));
    });

    [Fact]
    public Task Broken_rules_stand_at_their_fields_and_nothing_typed_is_lost() => browser.WithPageAsync(nameof(Broken_rules_stand_at_their_fields_and_nothing_typed_is_lost), async page =>
    {
        var details = await OpenAsync(page, "ruled");
        await details.Button("Manage tags").ClickAsync();
        await AddAsync(page, 1, "aws:mine", "x");
        await AddAsync(page, 2, "twice", "1");
        await AddAsync(page, 3, "twice", new string('v', 257));
        await details.Button("Save changes").ClickAsync();

        await Expect(Key(page, 1)).ToBeFocusedAsync();
        await Expect(Key(page, 1)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#managed-tags-2-key-error")).ToContainTextAsync("Keys must be unique");
        await Expect(page.Locator("#managed-tags-2-value-error")).ToContainTextAsync("up to 256 characters");
        await page.AssertCleanAsync("tags with errors");
        await Key(page, 1).FillAsync("mine");
        await Key(page, 3).FillAsync("once");
        await Value(page, 3).FillAsync(new string('v', 256));
        await Expect(page.Locator("#managed-tags-2-value-error")).ToHaveCountAsync(0);

        // The job goes while somebody types: the words stay.
        using (var transcribe = browser.Console.CreateTranscribe())
            await transcribe.DeleteTranscriptionJobAsync(new() { TranscriptionJobName = "ruled" });
        await details.Button("Save changes").ClickAsync();
        await Expect(page.GetByText("The tags were not saved")).ToBeVisibleAsync();
        await Expect(Key(page, 1)).ToHaveValueAsync("mine");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    });

    private static ILocator Key(IPage page, int number) => page.GetByLabel($"Key of tag {number}", new() { Exact = true });

    private static ILocator Value(IPage page, int number) => page.GetByLabel($"Value - optional of tag {number}", new() { Exact = true });

    private static async Task AddAsync(IPage page, int number, string key, string value)
    {
        await new JobDetailsPage(page).AddTagAsync();
        await Key(page, number).FillAsync(key);
        await Value(page, number).FillAsync(value);
    }

    private async Task<IEnumerable<string>> StoredAsync(string name)
    {
        using var transcribe = browser.Console.CreateTranscribe();
        var tags = await transcribe.ListTagsForResourceAsync(new() { ResourceArn = Arn + name });
        return (tags.Tags ?? []).Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);
    }

    private async Task<JobDetailsPage> OpenAsync(IPage page, string name)
    {
        using (var s3 = browser.Console.CreateS3())
        {
            await s3.PutBucketAsync("tags-media");
            await s3.PutObjectAsync(new() { BucketName = "tags-media", Key = "a.wav", FilePath = Samples.Recorded });
        }

        using (var transcribe = browser.Console.CreateTranscribe())
            await transcribe.StartTranscriptionJobAsync(new() { TranscriptionJobName = name, LanguageCode = "en-US", Media = new() { MediaFileUri = "s3://tags-media/a.wav" } });
        var details = new JobDetailsPage(page);
        await details.OpenAsync(name);
        return details;
    }
}
