using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Folders and objects of S3 in the console, whatever they are called.</summary>
public sealed class ObjectPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    public static TheoryData<string> Keys =>
        ["call.wav", "../x", "a/../../x", "a//b", "with  two spaces .wav", "100%", "100%25", "%2e%2e/x", "a+b", "a&b=c#d?e", "😀/日本/Grüße.wav", "\"quoted\"<script>", "ends/", new string('k', 1024)];

    [Theory]
    [MemberData(nameof(Keys))]
    public Task Object_is_reached_through_its_folders_and_downloaded_as_it_is(string key) => PageAsync($"object-{Bucket(key)}", async page =>
    {
        var bucket = Bucket(key);
        using (var s3 = browser.Console.CreateS3())
        {
            await s3.PutBucketAsync(bucket);
            await s3.PutObjectAsync(new() { BucketName = bucket, Key = key, ContentBody = "body of it", ContentType = "text/html" });
        }

        var pages = new ObjectPages(page);
        await pages.GoToAsync("objects");
        await pages.Search.FillAsync(bucket);
        await Expect(page).ToHaveURLAsync(new Regex("search=")); // with one bucket in all, its row was there before
        await pages.FollowAsync(bucket);
        var parts = Regex.Matches(key, "[^/]*/|[^/]+$").Select(part => part.Value).ToArray();
        // A key that ends in a slash is an object in the folder of its own name.
        foreach (var folder in key.EndsWith('/') ? parts : parts[..^1]) await pages.FollowAsync(folder);
        await pages.FollowAsync(key.EndsWith('/') ? parts[^1].TrimEnd('/') : parts[^1]);

        await Expect(pages.Overview).ToContainTextAsync("10 bytes");
        await Expect(pages.Overview).ToContainTextAsync("text/html");
        Assert.Equal(key, await pages.Overview.Locator("bdi").First.TextContentAsync());
        Assert.Equal($"s3://{bucket}/{key}", Uri.UnescapeDataString(new Uri(page.Url).Query["?uri=".Length..]));
        await FitsAsync(page, key);
        var download = await page.RunAndWaitForDownloadAsync(() => pages.Link("Download").ClickAsync());
        Assert.Equal("body of it", await File.ReadAllTextAsync(await download.PathAsync()));
        Assert.DoesNotContain('/', download.SuggestedFilename);
    });

    [Fact]
    public Task What_is_not_there_says_so() => PageAsync(nameof(What_is_not_there_says_so), async page =>
    {
        using (var s3 = browser.Console.CreateS3()) await s3.PutBucketAsync("empty-one");
        var pages = new ObjectPages(page);
        await CheckAsync("object?uri=s3://empty-one/nothing.wav", 404, "There is no object s3://empty-one/nothing.wav.");
        await CheckAsync("objects?uri=s3://no-such-bucket/", 404, "There is no bucket named no-such-bucket.");
        await CheckAsync("object?uri=https://example.org/x", 404, "This is not a location in S3.");
        await CheckAsync("objects?uri=s3://empty-one/", 200, "Nothing here");

        async Task CheckAsync(string path, int status, string text)
        {
            Assert.Equal(status, (await page.GotoAsync(path))!.Status);
            await pages.InteractiveAsync();
            await Expect(page.Locator("main")).ToContainTextAsync(text);
            await FitsAsync(page, path);
        }
    }, "404");

    [Fact]
    public Task Listing_is_paged_and_searched_and_back_works() => PageAsync(nameof(Listing_is_paged_and_searched_and_back_works), async page =>
    {
        using (var s3 = browser.Console.CreateS3())
        {
            await s3.PutBucketAsync("paged-one");
            await Parallel.ForEachAsync(Enumerable.Range(0, 120), new ParallelOptions { MaxDegreeOfParallelism = 4 },
                async (n, stop) => await s3.PutObjectAsync(new() { BucketName = "paged-one", Key = $"call-{n:000}.wav", ContentBody = "" }, stop));
        }

        var pages = new ObjectPages(page);
        await pages.GoToAsync("objects?uri=s3://paged-one/");
        await pages.Button("Next page").ClickAsync();
        await Expect(pages.Link("call-050.wav")).ToBeVisibleAsync();
        await pages.Button("Next page").ClickAsync();
        await Expect(pages.Link("call-119.wav")).ToBeVisibleAsync();
        await Expect(pages.Button("Next page")).ToBeDisabledAsync();
        await pages.Button("Previous page").ClickAsync();
        await Expect(pages.Link("call-050.wav")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(pages.Link("call-119.wav")).ToBeVisibleAsync();
        await pages.Search.FillAsync("call-07");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(10);
        await FitsAsync(page, "listing");
        await page.ReloadAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(10);
    });

    [Fact]
    public Task Search_takes_hold_after_a_jump_to_the_content() => PageAsync(nameof(Search_takes_hold_after_a_jump_to_the_content), async page =>
    {
        using (var s3 = browser.Console.CreateS3())
        {
            await s3.PutBucketAsync("skipped-to");
            foreach (var key in new[] { "call.wav", "note.txt" }) await s3.PutObjectAsync(new() { BucketName = "skipped-to", Key = key, ContentBody = "" });
        }

        var pages = new ObjectPages(page);
        await pages.GoToAsync("objects?uri=s3://skipped-to/");
        await page.Locator("a.skip").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("#content$"));

        await pages.Search.FillAsync("call");
        await Expect(pages.Link("note.txt")).ToHaveCountAsync(0);
        await pages.Search.FillAsync("note");

        await Expect(pages.Link("note.txt")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("search=note"));
    });

    [Fact]
    public Task Link_that_is_followed_while_a_search_is_under_way_leads_there() => PageAsync(nameof(Link_that_is_followed_while_a_search_is_under_way_leads_there), async page =>
    {
        using (var s3 = browser.Console.CreateS3())
        {
            await s3.PutBucketAsync("followed-one");
            await s3.PutObjectAsync(new() { BucketName = "followed-one", Key = "folder/call.wav", ContentBody = "" });
        }

        var (held, isHeld) = (new List<IWebSocketFrame>(), false);
        IWebSocketRoute server = null!;
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            server = socket.ConnectToServer();
            server.OnMessage(frame =>
            {
                socket.Send(frame.Binary!);
                if (Holds(frame, "page-address")) asked.TrySetResult();
            });
            socket.OnMessage(frame =>
            {
                lock (held)
                {
                    if (isHeld) held.Add(frame);
                    else server.Send(frame.Binary!);
                    isHeld |= Holds(frame, "fold"); // what was typed has been heard; the link will be heard of later
                }
            });
        });
        var pages = new ObjectPages(page);
        await pages.GoToAsync("objects?uri=s3://followed-one/");
        await pages.Search.FillAsync("fold");
        await page.Locator("tbody a").ClickAsync();
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(1));
        lock (held)
        {
            isHeld = false;
            foreach (var frame in held) server.Send(frame.Binary!);
        }

        await Expect(pages.Heading).ToHaveTextAsync("folder");
        await Expect(pages.Link("call.wav")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("uri=[^&]*folder(%2F|/)?$"));

        static bool Holds(IWebSocketFrame frame, string text) => frame.Binary.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    });

    [Theory]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Pages_are_accessible_and_fit(ColorScheme scheme, int width) => PageAsync($"objects-{scheme}-{width}", async page =>
    {
        using (var s3 = browser.Console.CreateS3())
        {
            await s3.PutBucketAsync("look-objects");
            await s3.PutObjectAsync(new() { BucketName = "look-objects", Key = "folder/" + new string('n', 200) + ".wav", ContentBody = "x" });
        }

        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        var pages = new ObjectPages(page);
        foreach (var path in new[] { "objects", "objects?uri=s3://look-objects/", "objects?uri=s3://look-objects/folder/", $"object?uri=s3://look-objects/folder/{new string('n', 200)}.wav" })
        {
            await pages.GoToAsync(path);
            await FitsAsync(page, path);
        }
    });

    // Bucket names are of few letters: one for each key.
    private static string Bucket(string key) => $"keys-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)))[..12]}";

    private static async Task FitsAsync(IPage page, string state)
    {
        await page.AssertCleanAsync(state);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{state}: the page scrolls sideways by {overflow} pixels.");
    }

    private Task PageAsync(string test, Func<IPage, Task> body, params string[] expectedErrors) =>
        browser.WithPageAsync(test, body, new() { ViewportSize = new() { Width = 1280, Height = 900 } }, expectedErrors);

    private sealed class ObjectPages(IPage page) : ConsolePage(page)
    {
        public ILocator Search => Page.GetByRole(AriaRole.Searchbox);

        public ILocator Overview => Page.GetByRole(AriaRole.Region, new() { Name = "Object overview" });

        /// <summary>Follows the row of exactly that name; spaces count.</summary>
        public async Task FollowAsync(string name)
        {
            await Page.Locator("tbody a").First.WaitForAsync();
            var before = Page.Url;
            await Expect(Page.Locator("tbody tr")).ToHaveCountAsync(1);
            Assert.Equal(name, await Page.Locator("tbody a bdi").TextContentAsync());
            await Page.Locator("tbody a").ClickAsync();
            await Expect(Page).Not.ToHaveURLAsync(before);
            await Expect(Page.Locator("[aria-busy], .loading")).ToHaveCountAsync(0);
            await Page.WaitForFunctionAsync("name => document.querySelector('#object') || document.querySelector('h1').textContent.trim() === name.trim()", name.Length > 1 ? name.TrimEnd('/') : name);
            await Page.Locator("#object-heading, tbody a").First.WaitForAsync();
        }
    }
}
