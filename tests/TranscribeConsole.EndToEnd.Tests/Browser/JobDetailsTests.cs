using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The details of jobs with everything that the service can say of one.</summary>
public sealed class JobDetailsTests(DetailsFixture browser) : IClassFixture<DetailsFixture>
{
    private const string Role = "arn:aws:iam::111122223333:role/TranscribeQueue";
    private const string Srt = "0\n00:00:00,250 --> 00:00:00,800\nHello?\n\n1\n00:00:01,450 --> 00:00:02,800\nHi there.\n";
    private const string Vtt = "WEBVTT\n\n0\n00:00:00.250 --> 00:00:00.800 align:start\nHello?\n\n1\n00:00:01.450 --> 00:00:02.800\nHi &amp; there.\n";

    private static readonly string Everything = $$"""
        {
          "StartTime": 1700000001, "CompletionTime": 1700000031, "MediaFormat": "mp3", "MediaSampleRateHertz": 44100,
          "IdentifyLanguage": true, "IdentifiedLanguageScore": 0.9731, "LanguageOptions": ["en-US", "de-DE"],
          "LanguageIdSettings": {"en-US": {"VocabularyName": "terms", "VocabularyFilterName": "swear", "LanguageModelName": "law"}, "de-DE": {"VocabularyName": "namen"} },
          "Settings": {"ShowSpeakerLabels": true, "MaxSpeakerLabels": 4, "ShowAlternatives": true, "MaxAlternatives": 3, "VocabularyFilterMethod": "remove"},
          "ContentRedaction": {"RedactionType": "PII", "RedactionOutput": "redacted_and_unredacted", "PiiEntityTypes": ["NAME", "EMAIL"]},
          "ToxicityDetection": [{"ToxicityCategories": ["ALL"]}],
          "JobExecutionSettings": {"AllowDeferredExecution": true, "DataAccessRoleArn": "{{Role}}"},
          "Subtitles": {"Formats": ["srt", "vtt"], "OutputStartIndex": 1},
          "Tags": [{"Key": "team", "Value": "legal"}]
        }
        """;

    [Fact]
    public Task Every_pair_is_shown_in_four_columns_and_on_a_phone_in_one() => PageAsync(nameof(Every_pair_is_shown_in_four_columns_and_on_a_phone_in_one), async page =>
    {
        browser.Add("everything", Everything);
        var details = new JobDetailsPage(page);
        await details.OpenAsync("everything");

        var pairs = await PairsAsync(page);

        foreach (var (label, value) in new Dictionary<string, string>
        {
            ["Name"] = "everything",
            ["Status"] = "Complete",
            ["Language"] = "English, US (en-US)",
            ["Language settings"] = "Automatic language identification (score 0.97)",
            ["Language options"] = "English, US (en-US)|German (de-DE)",
            ["Expiration"] = "The transcription is available for 90 more days.",
            ["Model"] = "Custom language model: en-US: law",
            ["Started"] = "2023-11-14 22:13:21 UTC",
            ["Ended"] = "2023-11-14 22:13:51 UTC",
            ["Input file format"] = "mp3",
            ["Audio sampling rate"] = "44100 Hz",
            ["Audio identification"] = "Speaker partitioning, up to 4 speakers",
            ["Alternative results"] = "Up to 3",
            ["Custom vocabulary"] = "English, US (en-US):|terms|German (de-DE):|namen",
            ["PII redaction"] = "Redacted and unredacted transcript|Name, Email address",
            ["Vocabulary filter"] = "English, US (en-US):|swear|Remove vocabulary",
            ["Toxicity detection"] = "Activated",
            ["Input data location"] = "s3://acme-media/in/call.wav",
            ["Output data location"] = "Service-managed S3 bucket",
            ["Subtitle file format"] = "SRT, VTT, start index 1",
            ["Job queue"] = $"Activated|{Role}",
            ["Engine"] = "Amazon Transcribe",
        })
            Assert.Equal((label, value), (label, pairs.GetValueOrDefault(label)));
        Assert.Contains("UTC", pairs["Created"], StringComparison.Ordinal);
        Assert.Equal(4, await ColumnsAsync(page));
        await page.SetViewportSizeAsync(390, 900);
        Assert.Equal(1, await ColumnsAsync(page));
    });

    [Fact]
    public Task Several_languages_are_shown_with_their_seconds_and_what_is_unknown_as_it_is() => PageAsync(nameof(Several_languages_are_shown_with_their_seconds_and_what_is_unknown_as_it_is), async page =>
    {
        browser.Add("newer", """
            {
              "TranscriptionJobStatus": "PAUSED", "LanguageCode": null, "IdentifyMultipleLanguages": true, "Novelty": {"Deep": [1, {"er": true}]},
              "LanguageCodes": [{"LanguageCode": "de-DE", "DurationInSeconds": 12.5}, {"LanguageCode": "xx-YY", "DurationInSeconds": 3, "Mood": "calm"}],
              "Settings": {"VocabularyFilterName": "swear", "VocabularyFilterMethod": "sing", "Colour": "blue"},
              "ContentRedaction": {"RedactionType": "PII", "RedactionOutput": "whispered", "PiiEntityTypes": ["SHOE_SIZE"]}
            }
            """);
        await new JobDetailsPage(page).OpenAsync("newer");

        var pairs = await PairsAsync(page);

        Assert.Equal(("PAUSED", "German (de-DE): 12.5 s|xx-YY: 3 s", "Automatic multiple languages identification"), (pairs["Status"], pairs["Languages"], pairs["Language settings"]));
        Assert.Equal(("swear|sing", "whispered|SHOE_SIZE"), (pairs["Vocabulary filter"], pairs["PII redaction"]));
        await Expect(page.GetByText("The preview appears here when the job is complete.")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Failed_job_says_why_and_has_nothing_to_download() => PageAsync(nameof(Failed_job_says_why_and_has_nothing_to_download), async page =>
    {
        browser.Add("failed", """{"TranscriptionJobStatus": "FAILED", "FailureReason": "The media format that you specified doesn't match <b>it</b>."}""");
        var details = new JobDetailsPage(page);
        await details.OpenAsync("failed");

        Assert.Equal("Failed|The media format that you specified doesn't match <b>it</b>.", (await PairsAsync(page))["Status"]);
        await Expect(details.Preview).ToContainTextAsync("The job failed");
        await Expect(details.Button("Download")).ToHaveCountAsync(0);
        await page.AssertCleanAsync("failed");
    });

    [Fact]
    public Task Queued_job_becomes_complete_under_the_eyes() => PageAsync(nameof(Queued_job_becomes_complete_under_the_eyes), async page =>
    {
        var job = browser.Add("queued", """{"TranscriptionJobStatus": "QUEUED"}""");
        var details = new JobDetailsPage(page);
        await details.OpenAsync("queued");
        await Expect(details.Preview).ToContainTextAsync("waiting in the queue");

        var done = (JsonObject)job.DeepClone();
        (done["TranscriptionJobStatus"], done["Transcript"]) = ("COMPLETED", Uris(await browser.KeepAsync("queued.json", DetailsFixture.Golden("plain.json"))));
        browser.Transcribe.Add(done);

        await Expect(page.Locator("p.preview")).ToBeVisibleAsync(new() { Timeout = 45_000 });
        Assert.Equal("Complete", (await PairsAsync(page))["Status"]);
    });

    [Fact]
    public Task Tabs_show_text_turns_and_subtitles_and_the_versions_can_be_switched() => PageAsync(nameof(Tabs_show_text_turns_and_subtitles_and_the_versions_can_be_switched), async page =>
    {
        await AddWithResultsAsync("tabs");
        var details = new JobDetailsPage(page);
        await details.OpenAsync("tabs");

        await Expect(details.Preview.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("[PII]");
        await page.AssertCleanAsync("text");
        await details.Button("Unredacted").ClickAsync();
        await Expect(details.Preview.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Hello? Hi there.");
        await Tab(page, "Audio identification").ClickAsync();
        await Expect(details.Preview.Locator("li .who")).ToHaveTextAsync(["Speaker 0 0:00", "Speaker 1 0:01"]);
        await Expect(details.Preview.Locator("li .words")).ToHaveTextAsync(["Hello?", "Hi there."]);
        await page.AssertCleanAsync("turns");
        await Tab(page, "Subtitles").ClickAsync();
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = "Hi there." })).ToContainTextAsync("00:00:01,450");
        await details.Button("VTT").ClickAsync();
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = "Hi & there." })).ToContainTextAsync("00:00:02.800");
        await page.AssertCleanAsync("subtitles");
    });

    [Fact]
    public Task Text_is_cut_after_5000_characters_and_the_rest_is_in_the_full_transcript() => PageAsync(nameof(Text_is_cut_after_5000_characters_and_the_rest_is_in_the_full_transcript), async page =>
    {
        var transcript = JsonNode.Parse(DetailsFixture.Golden("plain.json"))!;
        transcript["results"]!["transcripts"]![0]!["transcript"] = string.Concat(Enumerable.Range(0, 2_000).Select(n => $"word{n} "));
        browser.Add("long", new JsonObject { ["Transcript"] = Uris(await browser.KeepAsync("long.json", transcript.ToJsonString())) }.ToJsonString());
        var details = new JobDetailsPage(page);
        await details.OpenAsync("long");

        await Expect(details.Preview).ToContainTextAsync("These are the first 5,000 characters.");
        Assert.InRange((await page.Locator("p.preview").InnerTextAsync()).Length, 4_900, 5_000);
        await details.Link("Open full transcript").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/jobs/long/transcript$"));
    }, "/jobs/long/media"); // there is none, and the player may have asked for it before the page is left

    [Fact]
    public Task Each_file_that_the_job_made_is_downloaded_as_it_is_stored() => PageAsync(nameof(Each_file_that_the_job_made_is_downloaded_as_it_is_stored), async page =>
    {
        await AddWithResultsAsync("files");
        var details = new JobDetailsPage(page);
        await details.OpenAsync("files");

        Assert.Equal(("files.redacted.json", DetailsFixture.Golden("redacted.json")), await details.DownloadAsync("Download redacted transcript"));
        Assert.Equal(("files.json", DetailsFixture.Golden("speakers.json")), await details.DownloadAsync("Download unredacted transcript"));
        Assert.Equal(("files.srt", Srt), await details.DownloadAsync("Download SRT"));
        Assert.Equal(("files.vtt", Vtt), await details.DownloadAsync("Download VTT"));
        Assert.Contains("Hi there.", (await details.DownloadAsync("Download text")).Content, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", (await details.DownloadAsync("Export as HTML")).Content, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public Task Application_integration_shows_and_copies_request_and_response() => PageAsync(nameof(Application_integration_shows_and_copies_request_and_response), async page =>
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await AddWithResultsAsync("integration", Everything);
        var details = new JobDetailsPage(page);
        await details.OpenAsync("integration");
        await details.Button("Application integration").ClickAsync();
        await page.Locator("#integration-request-json").WaitForAsync();
        await page.AssertCleanAsync("application integration");

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy StartTranscriptionJob request" }).ClickAsync();
        await Expect(page.GetByText("Copied")).ToBeVisibleAsync();
        var request = JsonNode.Parse(await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"))!;
        Assert.Equal(("integration", 4, true), ((string?)request["TranscriptionJobName"], (int)request["Settings"]!["MaxSpeakerLabels"]!, (bool)request["IdentifyLanguage"]!));
        await Tab(page, "Response").ClickAsync();
        var response = await page.Locator("#integration-response-json").InnerTextAsync();
        Assert.Equal("COMPLETED", (string?)JsonNode.Parse(response)!["TranscriptionJob"]!["TranscriptionJobStatus"]);
        Assert.DoesNotContain("X-Amz-", response, StringComparison.Ordinal);
        await Tab(page, "AWS CLI").ClickAsync();
        await Expect(page.Locator("#integration-request-cli")).ToContainTextAsync("aws transcribe start-transcription-job");
    });

    [Fact]
    public Task Own_bucket_leads_to_its_folder_and_is_previewed() => PageAsync(nameof(Own_bucket_leads_to_its_folder_and_is_previewed), async page =>
    {
        browser.Add("own", new JsonObject { ["Transcript"] = Uris(await browser.KeepOwnAsync("letters/own.json", DetailsFixture.Golden("speakers.json"))) }.ToJsonString());
        var details = new JobDetailsPage(page);
        await details.OpenAsync("own");

        await Expect(details.Preview).ToContainTextAsync("Hello? Hi there.");
        Assert.StartsWith($"s3://{DetailsFixture.OwnBucket}/letters/own.json", (await PairsAsync(page))["Output data location"], StringComparison.Ordinal);
        await page.AssertCleanAsync("own bucket");
        await details.Link("S3 Bucket").ClickAsync();
        await details.Link("own.json").ClickAsync();
        await Expect(details.Heading).ToHaveTextAsync("own.json");
    });

    [Fact]
    public Task Own_bucket_that_may_not_be_read_names_the_permission() => PageAsync(nameof(Own_bucket_that_may_not_be_read_names_the_permission), async page =>
    {
        browser.Add("shut", new JsonObject { ["Transcript"] = Uris($"https://s3.us-east-1.amazonaws.com/{DetailsFixture.OwnBucket}/shut.json") }.ToJsonString());
        var details = new JobDetailsPage(page);
        await details.GoToAsync($"{browser.Denied.Address}jobs/shut");

        await Expect(details.Preview).ToContainTextAsync($"needs the permission s3:GetObject on arn:aws:s3:::{DetailsFixture.OwnBucket}/shut.json");
        await Expect(details.Link("S3 Bucket")).ToBeVisibleAsync();
        await page.AssertCleanAsync("own bucket without access");
        var answer = await page.GotoAsync($"{browser.Denied.Address}object?uri=s3://{DetailsFixture.OwnBucket}/shut.json");
        Assert.Equal(403, answer!.Status);
        await details.InteractiveAsync();
        await Expect(details.Alert).ToContainTextAsync("Access denied");
        await page.AssertCleanAsync("object without access");
    }, "403");

    [Fact]
    public Task Buckets_are_listed_as_soon_as_they_may_be() => PageAsync(nameof(Buckets_are_listed_as_soon_as_they_may_be), async page =>
    {
        var buckets = new JobDetailsPage(page);
        await buckets.GoToAsync($"{browser.Denied.Address}objects");
        await Expect(buckets.Alert).ToContainTextAsync("can allow s3:ListAllMyBuckets");
        await Expect(buckets.Alert).ToContainTextAsync("This page tries again by itself.");
        try
        {
            browser.DenyingS3.Denies = false;
            await Expect(buckets.Link("opened")).ToBeVisibleAsync();
        }
        finally
        {
            browser.DenyingS3.Denies = true;
        }
    }, "403");

    [Fact]
    public Task Job_that_is_not_there_or_may_not_be_read_or_has_expired_has_its_own_page() => PageAsync(nameof(Job_that_is_not_there_or_may_not_be_read_or_has_expired_has_its_own_page), async page =>
    {
        var details = new JobDetailsPage(page);
        await CheckAsync("jobs/nobody", 404, "Job not found", "There is no transcription job named nobody.");
        browser.Add("old", age: 91 * 86_400);
        await CheckAsync("jobs/old", 410, "old", "This job has expired");
        browser.Transcribe.Refuse("GetTranscriptionJob", "AccessDeniedException", "User is not authorized to perform: transcribe:GetTranscriptionJob");
        await CheckAsync("jobs/secret", 403, "No access to the job", "transcribe:GetTranscriptionJob on the job secret");
        browser.Transcribe.Refuse("GetTranscriptionJob", null);
        browser.Add("secret");
        await Expect(details.Heading).ToHaveTextAsync("secret"); // by itself

        async Task CheckAsync(string path, int status, string title, string text)
        {
            var answer = await page.GotoAsync(path);
            Assert.Equal(status, answer!.Status);
            Assert.Contains(title, await answer.TextAsync(), StringComparison.Ordinal);
            await details.InteractiveAsync();
            await Expect(details.Heading).ToHaveTextAsync(title);
            await Expect(page.Locator("main")).ToContainTextAsync(text);
            await page.AssertCleanAsync(path);
        }
    }, "404", "410", "403");

    [Fact]
    public Task Job_that_others_delete_stays_on_screen_and_the_page_says_so() => PageAsync(nameof(Job_that_others_delete_stays_on_screen_and_the_page_says_so), async page =>
    {
        await AddWithResultsAsync("victim");
        var details = new JobDetailsPage(page);
        await details.OpenAsync("victim");
        await details.Button("Unredacted").ClickAsync();
        await Expect(details.Preview).ToContainTextAsync("Hi there.");

        browser.Transcribe.Remove("victim");

        await Expect(page.GetByText("This job was deleted")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(details.Preview).ToContainTextAsync("Hi there.");
        await Expect(details.Button("Download")).ToHaveCountAsync(0);
        await page.AssertCleanAsync("deleted meanwhile");
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Everything_at_once_is_accessible_and_fits(ColorScheme scheme, int width) => PageAsync($"details-{scheme}-{width}", async page =>
    {
        var name = $"look-{scheme}-{width}";
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        await AddWithResultsAsync(name, Everything);
        var details = new JobDetailsPage(page);
        await details.OpenAsync(name);
        await Expect(page.GetByText("legal")).ToBeVisibleAsync();
        foreach (var tab in new[] { "Subtitles", "Text", "Audio identification" })
        {
            if (tab == "Audio identification") await details.Button("Unredacted").ClickAsync();
            await Tab(page, tab).ClickAsync();
            await FitsAsync(page, tab);
        }

        await details.Button("Application integration").ClickAsync();
        await page.Locator("#integration-request-json").WaitForAsync();
        await FitsAsync(page, "application integration");
        await details.Button("Manage tags").ClickAsync();
        await page.GetByLabel("Key of tag 1").WaitForAsync();
        await FitsAsync(page, "manage tags");
    });

    private static async Task FitsAsync(IPage page, string state)
    {
        await page.AssertCleanAsync(state);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{state}: the page scrolls sideways by {overflow} pixels.");
    }

    private static ILocator Tab(IPage page, string name) => page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true });

    private static JsonObject Uris(string transcript, string? redacted = null)
    {
        var uris = new JsonObject { ["TranscriptFileUri"] = transcript };
        if (redacted is not null) uris["RedactedTranscriptFileUri"] = redacted;
        return uris;
    }

    private async Task AddWithResultsAsync(string name, string members = "{}")
    {
        var job = (JsonObject)JsonNode.Parse(members)!;
        job["Transcript"] = Uris(
            await browser.KeepAsync($"{name}/asrOutput.json", DetailsFixture.Golden("speakers.json")), await browser.KeepAsync($"{name}/redacted-asrOutput.json", DetailsFixture.Golden("redacted.json")));
        job["Subtitles"] = new JsonObject
        {
            ["Formats"] = new JsonArray("srt", "vtt"),
            ["OutputStartIndex"] = 0,
            ["SubtitleFileUris"] = new JsonArray(await browser.KeepAsync($"{name}/{name}.srt", Srt), await browser.KeepAsync($"{name}/{name}.vtt", Vtt)),
        };
        browser.Add(name, job.ToJsonString());
    }

    // Lines of a value are joined by a bar; times are those that stand there without script.
    private static async Task<Dictionary<string, string>> PairsAsync(IPage page) => await page.EvaluateAsync<Dictionary<string, string>>("""
        () => Object.fromEntries([...document.querySelectorAll(".details .pair")].map(pair => {
          const lines = [];
          const walk = node => {
            if (node.nodeType === 3) { const text = node.textContent.trim(); if (text) lines.push(text); }
            else for (const child of node.childNodes) walk(child);
          };
          walk(pair.querySelector("dd"));
          return [pair.querySelector("dt").firstChild.textContent.trim(), lines.join("|")];
        }))
        """);

    private static Task<int> ColumnsAsync(IPage page) =>
        page.EvaluateAsync<int>("""() => new Set([...document.querySelectorAll(".details .pair")].map(pair => Math.round(pair.getBoundingClientRect().left))).size""");

    private Task PageAsync(string test, Func<IPage, Task> body, params string[] expectedErrors) =>
        browser.WithPageAsync(test, body, new() { ViewportSize = new() { Width = 1280, Height = 900 } }, expectedErrors);
}
