using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The list of jobs before a Transcribe whose jobs the tests put there, change and take away.</summary>
public sealed class JobListTests(AwsBrowserFixture browser, ITestOutputHelper output) : IClassFixture<AwsBrowserFixture>
{
    private static readonly BrowserNewContextOptions Narrow = new() { ViewportSize = new() { Width = 390, Height = 844 } };

    [Fact]
    public Task Every_column_says_what_the_job_has() => PageAsync("columns", async jobs =>
    {
        Add("columns-1", "COMPLETED", job =>
        {
            job["IdentifyMultipleLanguages"] = true;
            job["LanguageCodes"] = new JsonArray(new JsonObject { ["LanguageCode"] = "en-US" }, new JsonObject { ["LanguageCode"] = "de-DE" });
            job["ModelSettings"] = new JsonObject { ["LanguageModelName"] = "law" };
        });
        await jobs.GoToAsync("jobs?search=columns-1");

        await Expect(jobs.Headers).ToHaveTextAsync(["Select all", "Name", "Status", "Language", "Language settings", "Model type", "Model name", "Creation time", "Expiration"]);
        await Expect(jobs.Cell("columns-1", "Language")).ToHaveTextAsync("English, US (en-US), German (de-DE)");
        await Expect(jobs.Cell("columns-1", "Language settings")).ToHaveTextAsync("Automatic multiple languages identification");
        await Expect(jobs.Cell("columns-1", "Model type")).ToHaveTextAsync("Custom language model");
        await Expect(jobs.Cell("columns-1", "Model name")).ToHaveTextAsync("law");
        await Expect(jobs.Cell("columns-1", "Expiration")).ToHaveTextAsync("90 days");
        await jobs.Page.AssertCleanAsync("one job");
    });

    [Fact]
    public Task Every_column_fits_beside_the_navigation() => PageAsync("fits", async jobs =>
    {
        Add("fits-1-with-a-name-that-is-as-long-as-names-of-recordings-tend-to-be_2026-11-27T10.15.00", "IN_PROGRESS", job =>
        {
            job["IdentifyMultipleLanguages"] = true;
            job["LanguageCodes"] = new JsonArray(new JsonObject { ["LanguageCode"] = "en-US" }, new JsonObject { ["LanguageCode"] = "zh-CN" });
            job["ModelSettings"] = new JsonObject { ["LanguageModelName"] = "law-of-contracts-and-torts" };
        });
        Add("fits-2", "COMPLETED");
        await jobs.GoToAsync("jobs?search=fits-");
        await Expect(jobs.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeVisibleAsync();
        await Expect(jobs.Headers).ToHaveCountAsync(9);
        await Expect(jobs.Page.Locator("sticky-table")).Not.ToHaveAttributeAsync("data-scrolls", "");
    }, new() { ViewportSize = new() { Width = 1265, Height = 900 } }); // 1280 less a scroll bar

    [Fact]
    public Task Actions_follow_the_selection() => PageAsync("selection", async jobs =>
    {
        Add("selection-1", "COMPLETED");
        Add("selection-2", "FAILED");
        await jobs.GoToAsync("jobs?search=selection-");
        await Expect(jobs.Button("Download")).ToBeDisabledAsync();
        await Expect(jobs.Button("Copy")).ToBeDisabledAsync();
        await Expect(jobs.Button("Delete")).ToBeDisabledAsync();

        await jobs.Select("selection-1").CheckAsync();
        await Expect(jobs.Heading).ToHaveTextAsync("Transcription jobs (1/2)");
        await Expect(jobs.Link("Download")).ToHaveAttributeAsync("href", "jobs/selection-1/transcript.json");
        await Expect(jobs.Link("Copy")).ToHaveAttributeAsync("href", "create-job?copy=selection-1");
        await jobs.Page.AssertCleanAsync("one selected");

        await jobs.Select("selection-2").CheckAsync();
        await Expect(jobs.SelectAll).ToBeCheckedAsync();
        await Expect(jobs.Button("Copy")).ToBeDisabledAsync();
        await Expect(jobs.Button("Delete")).ToBeEnabledAsync();

        await jobs.SelectAll.UncheckAsync();
        await jobs.Select("selection-2").CheckAsync();
        await Expect(jobs.Button("Download")).ToBeDisabledAsync(); // it failed
    });

    [Fact]
    public Task Many_are_deleted_after_one_question_with_a_result_each() => PageAsync("delete-many", async jobs =>
    {
        for (var i = 1; i <= 3; i++) Add($"many-{i}", "COMPLETED");
        await jobs.GoToAsync("jobs?search=many-");
        await jobs.SelectAll.CheckAsync();
        await jobs.Button("Delete").ClickAsync();
        await Expect(jobs.Dialog.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["many-3", "many-2", "many-1"]);
        await jobs.Page.AssertCleanAsync("question");

        browser.Transcribe.RefuseJob("many-2", "BadRequestException", "The requested job is in progress.");
        await jobs.DialogButton("Delete").ClickAsync();
        await Expect(jobs.Dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 of 3 deleted, 1 failed.");
        await Expect(jobs.Dialog.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "many-2" })).ToContainTextAsync("The requested job is in progress.");
        await jobs.Page.AssertCleanAsync("results");

        browser.Transcribe.RefuseJob("many-2", null);
        await jobs.DialogButton("Try again").ClickAsync();
        await Expect(jobs.Page.GetByText("3 transcription jobs were deleted.")).ToBeVisibleAsync();
        await Expect(jobs.Page.GetByText("No matches")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Preferences_survive_a_reload_from_the_first_rendering_on() => PageAsync("preferences", async jobs =>
    {
        for (var i = 0; i < 12; i++) Add($"preferred-{i}", "COMPLETED");
        await jobs.GoToAsync("jobs?search=preferred-");
        await Expect(jobs.Rows).ToHaveCountAsync(10);
        await Expect(jobs.Heading).ToHaveTextAsync("Transcription jobs (10+)");
        await jobs.Button("Preferences").ClickAsync();
        await jobs.Page.AssertCleanAsync("preferences");
        await jobs.Dialog.GetByLabel("20 jobs").CheckAsync();
        await jobs.Dialog.GetByLabel("Model type").UncheckAsync();
        await jobs.DialogButton("Confirm").ClickAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(12);

        var html = await (await jobs.Page.Context.APIRequest.GetAsync("jobs?search=preferred-")).TextAsync();
        Assert.Equal(12, Regex.Count(html, "href=\"jobs/preferred-"));
        Assert.DoesNotContain("data-label=\"Model type\"", html, StringComparison.Ordinal);
        await jobs.Page.ReloadAsync();
        await jobs.InteractiveAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(12);
        await Expect(jobs.Headers.Filter(new() { HasText = "Model type" })).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Pages_go_on_and_back() => PageAsync("paging", async jobs =>
    {
        for (var i = 0; i < 12; i++) Add(string.Create(CultureInfo.InvariantCulture, $"paged-{i:00}"), "COMPLETED");
        await jobs.GoToAsync("jobs?search=paged-");
        await jobs.Button("Next page").ClickAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(2);
        await Expect(jobs.Heading).ToHaveTextAsync("Transcription jobs (12)");
        await Expect(jobs.Button("Next page")).ToBeDisabledAsync();
        await jobs.Button("Previous page").ClickAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(10);
        await jobs.Page.GoBackAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(2);
    });

    [Fact]
    public Task Filters_stand_in_the_address_and_no_match_is_said() => PageAsync("filters", async jobs =>
    {
        Add("filtered-1", "COMPLETED");
        await jobs.GoToAsync("jobs");
        await jobs.Search.FillAsync("FILTERED-");
        await Expect(jobs.Page).ToHaveURLAsync(new Regex("search=FILTERED-"));
        await Expect(jobs.Rows).ToHaveCountAsync(1);
        await jobs.Status.SelectOptionAsync("FAILED");
        await Expect(jobs.Page.GetByText("No matches")).ToBeVisibleAsync();
        await jobs.Page.AssertCleanAsync("no match");
        await jobs.Page.GoBackAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(1);
        await jobs.Status.SelectOptionAsync("FAILED");
        await jobs.Button("Clear filter").ClickAsync();
        await Expect(jobs.Page).ToHaveURLAsync(new Regex("/jobs$"));
    });

    [Fact]
    public Task News_of_others_come_without_a_reload_and_move_no_row_in_use() => PageAsync("live", async jobs =>
    {
        Add("live-1", "IN_PROGRESS");
        Add("live-2", "COMPLETED");
        await jobs.GoToAsync("jobs?search=live-");
        await jobs.Row("live-1").HoverAsync();
        var place = await jobs.Row("live-1").BoundingBoxAsync();

        Add("live-3", "IN_PROGRESS");
        browser.Transcribe.Remove("live-2");
        await Expect(jobs.News).ToHaveTextAsync("1 new job");
        await Expect(jobs.Rows.Filter(new() { HasText = "live-2" })).ToContainTextAsync("Deleted");
        Assert.Equal(place!.Y, (await jobs.Row("live-1").BoundingBoxAsync())!.Y);
        await jobs.Page.AssertCleanAsync("news");

        await jobs.Heading.HoverAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(2);
        await Expect(jobs.Rows.First).ToContainTextAsync("live-3");
        await Expect(jobs.News).ToHaveTextAsync("");

        browser.Transcribe.Change("live-3", job => job["TranscriptionJobStatus"] = "COMPLETED");
        await Expect(jobs.Row("live-3")).ToContainTextAsync("Complete");
    });

    [Fact]
    public Task A_change_of_status_costs_less_than_a_kilobyte() => PageAsync("bytes", async jobs =>
    {
        for (var i = 0; i < 10; i++) Add($"bytes-{i}", "IN_PROGRESS");
        using var proxy = new CountingProxy(browser.Console.Address);
        await jobs.GoToAsync(new Uri(proxy.Address, "jobs?search=bytes-").ToString());
        browser.Transcribe.Change("bytes-0", job => job["TranscriptionJobStatus"] = "COMPLETED"); // the first brings scripts with it
        await Expect(jobs.Row("bytes-0")).ToContainTextAsync("Complete");
        await Expect(jobs.Page).ToHaveTitleAsync(new Regex(@"^\(1\)"));
        await Task.Delay(TimeSpan.FromSeconds(2)); // what follows the first change has arrived
        var before = proxy.Sent;
        browser.Transcribe.Change("bytes-5", job => job["TranscriptionJobStatus"] = "COMPLETED");
        await Expect(jobs.Row("bytes-5")).ToContainTextAsync("Complete");
        await Expect(jobs.Page).ToHaveTitleAsync(new Regex(@"^\(2\)"));
        var bytes = proxy.Sent - before;
        output.WriteLine($"{bytes} bytes for one change of status");
        Assert.InRange(bytes, 1, 999);
    });

    [Fact]
    public Task Two_browsers_see_the_same_change() => PageAsync("two-1", jobs => PageAsync("two-2", async others =>
    {
        Add("two-1", "IN_PROGRESS");
        await jobs.GoToAsync("jobs?search=two-1");
        await others.GoToAsync("jobs?search=two-1");
        browser.Transcribe.Change("two-1", job => job["TranscriptionJobStatus"] = "FAILED");
        await Expect(jobs.Row("two-1")).ToContainTextAsync("Failed");
        await Expect(others.Row("two-1")).ToContainTextAsync("Failed");
    }));

    [Fact]
    public Task Selection_and_deletion_work_by_keyboard() => PageAsync("keyboard", async jobs =>
    {
        Add("keys-1", "COMPLETED");
        await jobs.GoToAsync("jobs?search=keys-1");
        await jobs.Select("keys-1").FocusAsync();
        await jobs.Page.Keyboard.PressAsync("Space");
        await Expect(jobs.Select("keys-1")).ToBeCheckedAsync();
        for (var presses = 0; presses < 20 && !await jobs.Button("Delete").EvaluateAsync<bool>("element => element === document.activeElement"); presses++)
            await jobs.Page.Keyboard.PressAsync("Shift+Tab");
        await jobs.Page.Keyboard.PressAsync("Enter");
        await Expect(jobs.Dialog).ToBeVisibleAsync();
        await jobs.Page.Keyboard.PressAsync("Escape");
        await Expect(jobs.Dialog).ToBeHiddenAsync();
        await Expect(jobs.Button("Delete")).ToBeFocusedAsync();
    });

    [Fact]
    public Task A_job_that_ends_in_the_background_gives_a_notification() => PageAsync("notification", async jobs =>
    {
        await jobs.Page.Context.GrantPermissionsAsync(["notifications"]);
        // Headless Chromium shows none, and keeps every tab visible: what is asked of it is recorded instead.
        await jobs.Page.AddInitScriptAsync("""
            window.shown = [];
            window.Notification = class { static permission = "granted"; constructor(title, options) { shown.push([title, options.tag]); } };
            Object.defineProperty(document, "visibilityState", { get: () => window.away ? "hidden" : "visible" });
            """);
        Add("noted-1", "IN_PROGRESS");
        await jobs.GoToAsync("jobs?search=noted-");
        await jobs.Button("Preferences").ClickAsync();
        await jobs.Dialog.GetByLabel("Notify me when a job ends").CheckAsync();
        await jobs.DialogButton("Confirm").ClickAsync();
        await Expect(jobs.Dialog).ToBeHiddenAsync();
        await jobs.Page.EvaluateAsync("() => { window.away = true; }");
        browser.Transcribe.Change("noted-1", job => job["TranscriptionJobStatus"] = "COMPLETED");

        await jobs.Page.WaitForFunctionAsync("() => JSON.stringify(shown) === '[[\"Complete: noted-1\",\"jobs/noted-1\"]]'");
    });

    [Fact]
    public Task Every_state_fits_a_phone() => PageAsync("phone", async jobs =>
    {
        Add("phone-1-with-a-name-that-is-as-long-as-names-of-recordings-tend-to-be_2026-11-27T10.15.00", "COMPLETED");
        Add("phone-2", "COMPLETED");
        await jobs.GoToAsync("jobs?search=phone-");
        await jobs.SelectAll.CheckAsync();
        await Expect(jobs.Heading).ToHaveTextAsync("Transcription jobs (2/2)");
        await jobs.Select("phone-2").UncheckAsync();
        await Expect(jobs.SelectAll).ToBeCheckedAsync(new() { Indeterminate = true });
        await jobs.Page.AssertCleanAsync("phone");
        await jobs.Button("Preferences").ClickAsync();
        await Expect(jobs.Dialog).ToBeVisibleAsync();
        await jobs.Page.AssertCleanAsync("preferences on a phone");
        Assert.True(await jobs.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }, Narrow);

    private Task PageAsync(string test, Func<JobListPage, Task> body, BrowserNewContextOptions? options = null) =>
        browser.WithPageAsync($"job-list-{test}", page => body(new JobListPage(page)), options);

    private void Add(string name, string status, Action<JsonObject>? more = null)
    {
        var job = new JsonObject { ["TranscriptionJobName"] = name, ["TranscriptionJobStatus"] = status, ["LanguageCode"] = "en-US" };
        more?.Invoke(job);
        if (job.ContainsKey("IdentifyMultipleLanguages")) job.Remove("LanguageCode");
        browser.Transcribe.Add(job);
    }
}
