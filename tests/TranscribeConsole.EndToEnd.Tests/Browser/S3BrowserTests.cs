using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The dialog behind Browse S3, from the wizard.</summary>
public sealed class S3BrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task Input_is_found_through_bucket_and_folder_and_only_objects_can_be_chosen() => PageAsync(nameof(Input_is_found_through_bucket_and_folder_and_only_objects_can_be_chosen), async page =>
    {
        await PutAsync("browse-in", "calls/a.wav", "calls/deep/b.wav", "top.wav");
        var wizard = await OpenInputAsync(page);
        var dialog = page.GetByRole(AriaRole.Dialog);

        await Search(dialog).FillAsync("browse-in");
        await Expect(Radio(dialog, "browse-in")).ToBeDisabledAsync();
        await page.AssertCleanAsync("buckets");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "browse-in", Exact = true }).ClickAsync();
        await Expect(Radio(dialog, "calls/")).ToBeDisabledAsync();
        await Expect(Radio(dialog, "top.wav")).ToBeEnabledAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Choose", Exact = true })).ToBeDisabledAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "calls/", Exact = true }).ClickAsync();
        await Expect(dialog.Locator("[aria-current=location]")).ToBeFocusedAsync();
        await Radio(dialog, "a.wav").CheckAsync();
        await page.AssertCleanAsync("objects");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Choose", Exact = true }).ClickAsync();

        await Expect(wizard.MediaUri).ToHaveValueAsync("s3://browse-in/calls/a.wav");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Browse S3 for the input file" })).ToBeFocusedAsync();
        // It opens where the field says, and the way up is in its path.
        await page.GetByRole(AriaRole.Button, new() { Name = "Browse S3 for the input file" }).ClickAsync();
        await Expect(Radio(dialog, "a.wav")).ToBeCheckedAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "S3 buckets" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "browse-in", Exact = true })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Output_is_a_bucket_or_a_folder_and_no_object() => PageAsync(nameof(Output_is_a_bucket_or_a_folder_and_no_object), async page =>
    {
        await PutAsync("browse-out", "texts/a.json", "old.json");
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.CustomerBucket.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Browse S3 for the output" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);

        await dialog.GetByRole(AriaRole.Button, new() { Name = "browse-out", Exact = true }).ClickAsync();
        await Expect(Radio(dialog, "old.json")).ToBeDisabledAsync();
        await Radio(dialog, "texts/").CheckAsync();
        await page.AssertCleanAsync("output");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Choose", Exact = true }).ClickAsync();
        await Expect(wizard.OutputUri).ToHaveValueAsync("s3://browse-out/texts/");
    });

    [Theory]
    [MemberData(nameof(ObjectPageTests.Keys), MemberType = typeof(ObjectPageTests))]
    public Task Strange_key_is_chosen_as_it_is(string key) => PageAsync($"browse-{key.Length}-{key.GetHashCode(StringComparison.Ordinal):x}", async page =>
    {
        var bucket = $"strange-{Guid.NewGuid():n}"[..20];
        await PutAsync(bucket, key);
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.S3Source.CheckAsync();
        await wizard.MediaUri.FillAsync($"s3://{bucket}/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Browse S3 for the input file" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        foreach (var _ in Enumerable.Range(0, key.Count(c => c == '/')))
        {
            var folder = dialog.Locator("tbody button");
            await folder.WaitForAsync();
            var here = await dialog.Locator(".s3-path li").CountAsync();
            await folder.ClickAsync();
            await Expect(dialog.Locator(".s3-path li")).ToHaveCountAsync(here + 1);
        }

        await dialog.Locator("tbody input[type=radio]").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Choose", Exact = true }).ClickAsync();
        await Expect(wizard.MediaUri).ToHaveValueAsync($"s3://{bucket}/{key}");
    });

    [Fact]
    public Task Bucket_with_100000_keys_is_paged_and_searched() => PageAsync(nameof(Bucket_with_100000_keys_is_paged_and_searched), async page =>
    {
        await PutAsync("browse-many");
        await FillAsync("browse-many", 100_000);
        var wizard = await OpenInputAsync(page);
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Search(dialog).FillAsync("browse-many");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "browse-many", Exact = true }).ClickAsync();
        await Expect(dialog.Locator("tbody tr")).ToHaveCountAsync(50);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Expect(Radio(dialog, "call-000050.wav")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Previous page" }).ClickAsync();
        await Expect(Radio(dialog, "call-000000.wav")).ToBeVisibleAsync();
        await Search(dialog).FillAsync("call-09999");
        await Expect(dialog.Locator("tbody tr")).ToHaveCountAsync(10);
        await Radio(dialog, "call-099999.wav").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Choose", Exact = true }).ClickAsync();
        await Expect(wizard.MediaUri).ToHaveValueAsync("s3://browse-many/call-099999.wav");
    });

    [Fact]
    public Task Keyboard_alone_chooses_and_escape_returns_to_the_button() => PageAsync(nameof(Keyboard_alone_chooses_and_escape_returns_to_the_button), async page =>
    {
        await PutAsync("browse-keys", "only.wav");
        var wizard = await OpenInputAsync(page);
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(Search(dialog)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Browse S3 for the input file" })).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(Search(dialog)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("browse-keys");
        await Expect(dialog.Locator("tbody tr")).ToHaveCountAsync(1);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "browse-keys", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Locator("[aria-current=location]")).ToBeFocusedAsync();
        await Radio(dialog, "only.wav").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        var choose = dialog.GetByRole(AriaRole.Button, new() { Name = "Choose", Exact = true });
        await Expect(choose).ToBeEnabledAsync(); // what is disabled takes no focus
        await choose.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(wizard.MediaUri).ToHaveValueAsync("s3://browse-keys/only.wav");
    });

    private static ILocator Search(ILocator dialog) => dialog.GetByRole(AriaRole.Searchbox);

    private static ILocator Radio(ILocator dialog, string name) => dialog.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });

    private static async Task<CreateJobPage> OpenInputAsync(IPage page)
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.S3Source.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Browse S3 for the input file" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        return wizard;
    }

    private async Task PutAsync(string bucket, params string[] keys)
    {
        using var s3 = browser.Console.CreateS3();
        await s3.PutBucketAsync(bucket);
        foreach (var key in keys) await s3.PutObjectAsync(new() { BucketName = bucket, Key = key, ContentBody = "x" });
    }

    // One by one they would take minutes.
    private async Task FillAsync(string bucket, int count)
    {
        await using var database = new SqliteConnection($"Data Source={browser.Console.LocalDatabase}");
        await database.OpenAsync();
        await using var insert = database.CreateCommand();
        insert.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $count)
            INSERT INTO objects (bucket, key, size, etag, modified, headers, metadata, checksums, checksum_type)
            SELECT $bucket, CAST(printf('call-%06d.wav', i) AS BLOB), 1, 'etag', 0, '{}', '{}', '{}', 'FULL_OBJECT' FROM n
            """;
        insert.Parameters.AddWithValue("$count", count);
        insert.Parameters.AddWithValue("$bucket", bucket);
        await insert.ExecuteNonQueryAsync();
    }

    private Task PageAsync(string test, Func<IPage, Task> body) => browser.WithPageAsync(test, body, new() { ViewportSize = new() { Width = 1280, Height = 900 } });
}

/// <summary>The same dialog where nothing may be listed.</summary>
public sealed class S3BrowserDeniedTests(DetailsFixture browser) : IClassFixture<DetailsFixture>
{
    [Fact]
    public Task Denied_listing_says_in_its_place_what_is_missing() => browser.WithPageAsync(nameof(Denied_listing_says_in_its_place_what_is_missing), async page =>
    {
        await page.GotoAsync($"{browser.Denied.Address}create-job");
        var wizard = new CreateJobPage(page);
        await wizard.ReadyAsync();
        await wizard.S3Source.CheckAsync();
        await wizard.MediaUri.FillAsync("s3://acme-media/in/call.wav");
        await page.GetByRole(AriaRole.Button, new() { Name = "Browse S3 for the input file" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);

        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("s3:ListBucket on arn:aws:s3:::acme-media");
        await page.AssertCleanAsync("denied bucket");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "S3 buckets" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("s3:ListAllMyBuckets");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(wizard.MediaUri).ToHaveValueAsync("s3://acme-media/in/call.wav");
    });
}
