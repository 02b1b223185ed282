using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

[Collection(TranscriptCollection.Name)]
public sealed class TranscriptReadTests(TranscriptFixture browser)
{
    [Fact]
    public Task Find_counts_goes_on_and_back_and_minds_case_and_whole_words() => WithAsync("find", SpokenTranscript.Conversation, async reader =>
    {
        await reader.Page.Keyboard.PressAsync("Control+f");
        await Expect(reader.Find).ToBeFocusedAsync();
        await reader.Find.FillAsync("apples");
        await Expect(reader.Count).ToHaveTextAsync("1 of 40");
        Assert.Equal(["apples"], await reader.MarkedAsync("found"));
        await reader.Find.PressAsync("Enter");
        await Expect(reader.Count).ToHaveTextAsync("2 of 40");
        await reader.Find.PressAsync("Shift+Enter");
        await reader.Button("Previous match").ClickAsync();
        await Expect(reader.Count).ToHaveTextAsync("40 of 40");
        await Expect(reader.TextOf(39)).ToBeInViewportAsync();
        await reader.Page.GetByLabel("Whole word").CheckAsync();
        await Expect(reader.Count).ToContainTextAsync(" of 39"); // pineapples are none
        await reader.Page.GetByLabel("Match case").CheckAsync();
        await Expect(reader.Count).ToContainTextAsync(" of 38"); // nor are Apples
        await reader.Find.FillAsync("bananas");
        await Expect(reader.Count).ToHaveTextAsync("Not found");
    });

    [Fact]
    public Task Words_below_the_readers_threshold_are_marked_and_reached_by_key() => WithAsync("uncertain", SpokenTranscript.Conversation, async reader =>
    {
        await reader.Page.GetByLabel("Mark words below", new() { Exact = true }).FillAsync("50");
        await Expect(reader.Page.GetByText("2 words")).ToBeVisibleAsync();
        await reader.Text.FocusAsync();
        await reader.Page.Keyboard.PressAsync("n");
        await Expect(reader.Said).ToHaveTextAsync("pears, 40 per cent");
        await Expect(reader.TextOf(10)).ToBeInViewportAsync();
        Assert.Contains("pears", await reader.MarkedAsync("uncertain"));
        await reader.Page.Keyboard.PressAsync("n");
        await Expect(reader.TextOf(20)).ToBeInViewportAsync();
        await reader.Page.Keyboard.PressAsync("p");
        await Expect(reader.TextOf(10)).ToBeInViewportAsync();
        await reader.OpenAsync("uncertain");
        await Expect(reader.Page.GetByLabel("Mark words below", new() { Exact = true })).ToHaveValueAsync("50"); // remembered
    });

    [Fact]
    public Task Alternatives_of_a_word_and_of_its_segment_are_shown_on_demand() => WithAsync("alternatives", _ => TranscriptFixture.Golden("alternatives"), async reader =>
    {
        await reader.ClickWordAsync(0, "speech");
        await reader.Page.Keyboard.PressAsync("a");
        var dialog = reader.Dialog("Other readings of “speech”");
        await Expect(dialog).ToContainTextAsync("wreck a nice");
        await reader.Page.AssertCleanAsync("alternatives");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    });

    [Fact]
    public Task Tabs_show_who_speaks_and_the_subtitles_as_table_and_as_file() => WithAsync("tabs", SpokenTranscript.Conversation, async reader =>
    {
        await reader.Tab("Audio identification").ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Row, new() { Name = "Speaker 1 spk_1 50 % 20" })).ToBeVisibleAsync();
        await reader.Page.GetByLabel("Turns of").SelectOptionAsync("Speaker 1");
        await Expect(reader.Page.Locator("[data-part=spoken-rows] tr")).ToHaveCountAsync(20);
        await reader.Page.Locator("[data-part=spoken-rows]").GetByRole(AriaRole.Button).First.ClickAsync();
        await reader.AtAsync(2.8);

        await reader.Tab("Audio identification").PressAsync("ArrowRight");
        await Expect(reader.Tab("Subtitles")).ToBeFocusedAsync();
        await Expect(reader.Page.GetByText("40 cues")).ToBeVisibleAsync();
        var cue = reader.Page.Locator("[data-part=cues-rows] tr").Nth(1);
        await Expect(cue).ToContainTextAsync("00:00:02,800");
        await Expect(cue).ToContainTextAsync("Sentence 1 speaks about apples and pears.");
        await reader.Page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync("vtt");
        await Expect(reader.Page.GetByRole(AriaRole.Region, new() { Name = "Subtitle file" })).ToContainTextAsync("WEBVTT");
        await reader.Button("Options and download").ClickAsync();
        await Expect(reader.Dialog("Download transcript").GetByLabel("WebVTT")).ToBeCheckedAsync();
        await reader.Page.Keyboard.PressAsync("Escape");

        await reader.Page.ReloadAsync();
        await Expect(reader.Tab("Subtitles")).ToHaveAttributeAsync("aria-selected", "true"); // the address says it
    });

    [Fact]
    public Task Redacted_and_unredacted_transcript_are_switched() => browser.WithPageAsync("reader-redacted", async page =>
    {
        await browser.AddAsync("redacted", TranscriptFixture.Golden("unredacted"), redacted: TranscriptFixture.Golden("redacted"));
        var reader = new ReaderPage(page);
        await reader.OpenAsync("redacted");
        await Expect(reader.Text).Not.ToContainTextAsync("[PII]");
        var variant = page.GetByLabel("Transcript", new() { Exact = true }).And(page.GetByRole(AriaRole.Combobox));
        await variant.SelectOptionAsync("redacted");
        await Expect(reader.Text).ToContainTextAsync("[PII]");
        await Expect(reader.Text).Not.ToContainTextAsync("Ana"); // nothing of the other stays in the document
        await Expect(page.Locator("li.turn")).ToHaveCountAsync(1);
        await variant.SelectOptionAsync("unredacted");
        await Expect(reader.Text).ToContainTextAsync("Ana");
        await Expect(page.Locator("li.turn")).ToHaveCountAsync(1);
        await variant.SelectOptionAsync("redacted");
        await Expect(reader.Text).ToContainTextAsync("[PII]");
        await reader.Tab("Subtitles").ClickAsync();
        await Expect(page.Locator("[data-part=cues-rows]")).ToContainTextAsync("[PII]");
    });

    [Fact]
    public Task Toxicity_is_a_table_with_scores_and_times() => WithAsync("toxicity", _ => TranscriptFixture.Golden("toxicity"), async reader =>
    {
        await reader.Tab("Toxicity").ClickAsync();
        var row = reader.Page.Locator("[data-part=toxicity-rows] tr").First;
        await Expect(row.Locator("td").Nth(1)).ToHaveTextAsync(new Regex(@"^0\.\d\d$"));
        await Expect(row.Locator("td").Nth(2)).ToContainTextAsync("profanity");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await reader.Page.AssertCleanAsync("toxicity");
    });

    [Fact]
    public Task Languages_are_marked_at_the_turns_when_there_are_several() => WithAsync("languages", _ => TranscriptFixture.Golden("language-changes"), async reader =>
    {
        var badges = await reader.Page.Locator("li.turn .turn-side .turn-badge").AllTextContentsAsync();
        Assert.True(badges.Distinct().Count() > 1, string.Join(", ", badges));
    });

    [Theory]
    [InlineData("arabic", "rtl")]
    [InlineData("hebrew", "rtl")]
    [InlineData("japanese", "ltr")]
    [InlineData("thai", "ltr")]
    [InlineData("signs", "ltr")]
    [InlineData("one-word", "ltr")]
    [InlineData("channels-overlap", "ltr")]
    [InlineData("out-of-order", "ltr")]
    [InlineData("thirty-speakers", "ltr")]
    public Task Every_script_and_shape_is_shown(string golden, string direction) => WithAsync(golden, _ => TranscriptFixture.Golden(golden), async reader =>
    {
        await Expect(reader.TextOf(0)).Not.ToBeEmptyAsync();
        Assert.Equal(direction, await reader.TextOf(0).EvaluateAsync<string>("text => getComputedStyle(text).direction"));
        await reader.Page.AssertCleanAsync(golden);
    });

    [Fact]
    public Task Transcript_without_a_word_says_so() => WithAsync("empty", _ => TranscriptFixture.Golden("empty"), reader =>
        Expect(reader.Page.GetByText("No speech was found in the media: the transcript is empty.")).ToBeVisibleAsync());

    [Fact]
    public Task Result_that_is_no_transcript_is_refused_in_words() => browser.WithPageAsync("reader-analytics", async page =>
    {
        await browser.AddAsync("analytics", TranscriptFixture.Golden("call-analytics"));
        var reader = new ReaderPage(page);
        await reader.GoToAsync("jobs/analytics/transcript");
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Call Analytics" })).ToBeVisibleAsync();
        await page.AssertCleanAsync("not a transcript");
    }, null, "422");

    [Fact]
    public Task Four_hours_stay_under_two_thousand_elements_and_their_end_is_reached() => WithAsync("four-hours", _ => Encoding.UTF8.GetString(GeneratedTranscript.Of(TimeSpan.FromHours(4), 36_000)), async reader =>
    {
        await reader.Text.FocusAsync();
        await reader.Page.Keyboard.PressAsync("End");
        await Expect(reader.Turn(749)).ToBeInViewportAsync();
        Assert.InRange(await reader.Text.EvaluateAsync<double>("view => view.scrollHeight - view.clientHeight - view.scrollTop"), -1, 1);
        Assert.InRange(await NodesAsync(reader), 1, 2000);
        await reader.Find.FillAsync("a");
        await Expect(reader.Count).ToContainTextAsync(" of ");
        Assert.InRange(await NodesAsync(reader), 1, 2000);
        var place = await reader.Text.EvaluateAsync<double>("view => view.scrollTop");
        foreach (var tab in new[] { "Audio identification", "Subtitles" })
        {
            await reader.Tab(tab).ClickAsync();
            await Expect(reader.Page.GetByText(new Regex("^1–50 of ")).Last).ToBeVisibleAsync();
            Assert.InRange(await NodesAsync(reader), 1, 2000);
        }

        await reader.Tab("Text").ClickAsync();
        Assert.Equal(place, await reader.Text.EvaluateAsync<double>("view => view.scrollTop"), 1.0); // where it was left
    });

    [Fact]
    public Task Own_bucket_has_the_box_with_the_link_and_a_service_managed_one_has_not() => WithAsync("own", SpokenTranscript.Conversation, async reader =>
    {
        await Expect(reader.Page.GetByText("The transcript is in a bucket of yours, at s3://acme-media/texts/own.json.")).ToBeVisibleAsync();
        await browser.AddServiceManagedAsync("managed", SpokenTranscript.Conversation("managed"));
        await reader.OpenAsync("managed");
        await Expect(reader.TextOf(0)).ToHaveTextAsync("Sentence 0 speaks about apples and pears.");
        await Expect(reader.Page.GetByText("bucket of yours")).ToBeHiddenAsync();
    });

    [Fact]
    public Task Bucket_that_may_not_be_read_is_named_with_the_missing_permission() => browser.WithPageAsync("reader-denied", async page =>
    {
        await using var denying = await StartDenyingAsync();
        using var directory = new TemporaryDirectory();
        await browser.AddConversationAsync("denied");
        await using var console = await browser.StartAnotherAsync(directory["data"], $"--Aws:S3ServiceUrl={denying.Urls.Single()}");
        await new ReaderPage(page).GoToAsync(new Uri(console.Address, "jobs/denied/transcript").ToString());
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The transcript could not be read" }))
            .ToContainTextAsync("needs the permission s3:GetObject on arn:aws:s3:::acme-media/texts/denied.json");
        await page.GotoAsync("about:blank"); // the page would miss its console
    }, null, "403");

    private static async Task<WebApplication> StartDenyingAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(async context =>
        {
            (context.Response.StatusCode, context.Response.ContentType) = (StatusCodes.Status403Forbidden, "application/xml");
            await context.Response.WriteAsync("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
        });
        await server.StartAsync();
        return server;
    }

    private static Task<int> NodesAsync(ReaderPage reader) => reader.Page.EvaluateAsync<int>("() => document.querySelectorAll('*').length");

    private Task WithAsync(string job, Func<string, string> transcript, Func<ReaderPage, Task> test) => browser.WithPageAsync($"reader-{job}", async page =>
    {
        await browser.AddAsync(job, transcript(job));
        var reader = new ReaderPage(page);
        await reader.OpenAsync(job);
        await test(reader);
    });
}
