using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Between Create job and the service: refusals at their fields, slow and lost answers, one request for many clicks, copies.</summary>
public sealed class WizardServiceTests(AwsBrowserFixture browser) : IClassFixture<AwsBrowserFixture>
{
    private const string Media = $"s3://{AwsBrowserFixture.Bucket}/in/call.wav";
    private const string Start = "StartTranscriptionJob";

    [Fact]
    public Task Clicks_and_Enter_while_the_service_is_slow_make_one_request() => browser.WithPageAsync(nameof(Clicks_and_Enter_while_the_service_is_slow_make_one_request), async page =>
    {
        var wizard = await ConfigureAsync(page, "once");
        var answer = new TaskCompletionSource<bool>();
        browser.Transcribe.HoldNextStart(answer.Task);
        await wizard.Create.DblClickAsync();
        await Expect(wizard.Create).ToBeDisabledAsync();
        await Expect(page.GetByText("Creating the job…")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        answer.SetResult(true);

        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await Expect(page.GetByText("Transcription job once was created.")).ToBeVisibleAsync();
        Assert.Single(StartsOf("once"));
    });

    [Fact]
    public Task Enter_held_in_a_field_of_the_last_step_makes_one_request() => browser.WithPageAsync(nameof(Enter_held_in_a_field_of_the_last_step_makes_one_request), async page =>
    {
        var wizard = await ConfigureAsync(page, "held");
        await wizard.Switch("Alternative results").CheckAsync();
        await wizard.Text("Maximum alternatives").FocusAsync();
        for (var i = 0; i < 8; i++) await page.Keyboard.DownAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        Assert.Single(StartsOf("held"));
    });

    [Fact]
    public Task An_answer_that_is_lost_with_the_page_is_found_again_and_no_second_job_is_made() => browser.WithPageAsync(nameof(An_answer_that_is_lost_with_the_page_is_found_again_and_no_second_job_is_made), async page =>
    {
        var wizard = await ConfigureAsync(page, "lost");
        var answer = new TaskCompletionSource<bool>();
        browser.Transcribe.HoldNextStart(answer.Task);
        await wizard.Create.ClickAsync();
        await Expect(wizard.Create).ToBeDisabledAsync();
        await UntilAsync(() => StartsOf("lost").Count == 1);
        await page.ReloadAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await Expect(page.GetByText("Transcription job lost was created.")).ToBeVisibleAsync();
        answer.SetResult(true);
        Assert.Single(StartsOf("lost"));
    });

    // The page is gone before the server can have been told of the choices, which are all that was entered.
    [Fact]
    public Task Choices_in_searching_selects_a_moment_before_a_reload_are_made_again() => browser.WithPageAsync(nameof(Choices_in_searching_selects_a_moment_before_a_reload_are_made_again), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await ChooseAndReloadAsync(wizard, "Language", "British");
        await Expect(wizard.Language).ToHaveValueAsync("English, British (en-GB)");
        await Expect(wizard.RequestText).ToContainTextAsync("\"en-GB\"");

        await wizard.Radio("Automatic multiple languages identification").CheckAsync();
        await wizard.PickAsync("Select languages - optional", "German (de-DE)");
        await Expect(wizard.RequestText).ToContainTextAsync("\"de-DE\"");
        await ChooseAndReloadAsync(wizard, "Select languages - optional", "French (fr-FR)", "Welsh");
        var tokens = page.GetByRole(AriaRole.List, new() { Name = "Select languages: chosen" });
        await Expect(tokens.GetByRole(AriaRole.Listitem)).ToContainTextAsync(["German (de-DE)", "French (fr-FR)", "Welsh"]);
        await Expect(wizard.RequestText).ToContainTextAsync("\"fr-FR\"");
        await Expect(wizard.RequestText).ToContainTextAsync("\"en-WL\"");
    });

    [Fact]
    public Task Several_jobs_whose_page_is_reloaded_in_the_middle_are_each_made_once() => browser.WithPageAsync(nameof(Several_jobs_whose_page_is_reloaded_in_the_middle_are_each_made_once), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.File.SetInputFilesAsync([.. Enumerable.Range(1, 4).Select(i => browser.Samples.Silence(4000, $"middle-{i}.wav"))]);
        await wizard.UploadedAsync();
        await wizard.Next.ClickAsync();
        var answer = new TaskCompletionSource<bool>();
        browser.Transcribe.HoldNextStart(answer.Task);
        await wizard.Button("Create 4 jobs").ClickAsync();
        await Expect(wizard.BatchRow("middle-1")).ToContainTextAsync("Creating");
        await UntilAsync(() => StartsOf("middle-1").Count == 1);
        await page.ReloadAsync();

        await Expect(page.GetByText("4 transcription jobs were created")).ToBeVisibleAsync();
        answer.SetResult(true);
        for (var i = 1; i <= 4; i++) await Expect(wizard.BatchRow($"middle-{i}")).ToContainTextAsync("Created");
        var media = browser.Transcribe.Started.Where(body => ((string)body["TranscriptionJobName"]!).StartsWith("middle-", StringComparison.Ordinal))
            .Select(body => (string)body["Media"]!["MediaFileUri"]!).Distinct();
        Assert.Equal(4, media.Count());
    });

    [Fact]
    public Task Several_jobs_whose_connection_drops_in_the_middle_are_each_made_once() => browser.WithPageAsync(nameof(Several_jobs_whose_connection_drops_in_the_middle_are_each_made_once), async page =>
    {
        var sockets = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            sockets.Add(socket);
            socket.ConnectToServer();
        });
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.File.SetInputFilesAsync([.. Enumerable.Range(1, 4).Select(i => browser.Samples.Silence(4000, $"dropped-{i}.wav"))]);
        await wizard.UploadedAsync();
        await wizard.Next.ClickAsync();
        var answer = new TaskCompletionSource<bool>();
        browser.Transcribe.HoldNextStart(answer.Task);
        await wizard.Button("Create 4 jobs").ClickAsync();
        await UntilAsync(() => StartsOf("dropped-1").Count == 1);
        await page.RouteAsync("**/_blazor/**", route => route.AbortAsync());
        await sockets[^1].CloseAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Connection lost" })).ToBeVisibleAsync();
        answer.SetResult(true);
        await UntilAsync(() => StartsOf("dropped-4").Count == 1); // the jobs go on without the browser
        await page.UnrouteAsync("**/_blazor/**");

        await Expect(page.GetByText("4 transcription jobs were created")).ToBeVisibleAsync();
        for (var i = 1; i <= 4; i++) await Expect(wizard.BatchRow($"dropped-{i}")).ToContainTextAsync("Created");
        await page.ReloadAsync();
        await Expect(page.GetByText("4 transcription jobs were created")).ToBeVisibleAsync(); // the browser was told, too
        for (var i = 1; i <= 4; i++) Assert.Single(StartsOf($"dropped-{i}"));
    }, null, ReconnectTests.Expected);

    [Theory]
    [InlineData("BadRequestException", "The S3 URI that you provided can't be accessed. Make sure that you have read permission.", "media-uri", 1)]
    [InlineData("BadRequestException", "The requested vocabulary couldn't be found. Check the vocabulary name and try your request again.", "vocabulary-name", 2)]
    [InlineData("BadRequestException", "1 validation error detected: Value '3' at 'settings.maxAlternatives' failed to satisfy constraint: Member must have value less than or equal to 2", "max-alternatives", 2)]
    [InlineData("ConflictException", "The requested job name already exists. Use a different job name.", "name", 1)]
    public Task A_refusal_of_the_service_stands_at_the_field_that_caused_it(string code, string message, string field, int step) => browser.WithPageAsync($"refused-{field}", async page =>
    {
        var wizard = await ConfigureAsync(page, $"refused-{field}");
        await wizard.Switch("Alternative results").CheckAsync();
        await wizard.Switch("Custom vocabulary").CheckAsync();
        await wizard.PickAsync("Vocabulary selection", "terms");
        browser.Transcribe.Refuse(Start, code, message);
        await wizard.Create.ClickAsync();

        await Expect(page.Locator($"#{field}-error")).ToContainTextAsync(message[..30]);
        await Expect(page.Locator($"#{field}")).ToBeFocusedAsync();
        await Expect(wizard.Heading).ToContainTextAsync(step == 1 ? "Specify job details" : "Configure job");
        if (step == 1)
        {
            await wizard.Heading.FocusAsync(); // as the framework does for a page that was opened, on a slow machine after the field had it
            await Expect(page.Locator($"#{field}")).ToBeFocusedAsync();
        }

        await page.AssertCleanAsync($"refused at {field}");
        browser.Transcribe.Refuse(Start, null);
    });

    [Theory]
    [InlineData("LimitExceededException", "You have sent too many requests or your input file is too long.", "Add to job queue")]
    [InlineData("InternalFailureException", "There was an internal error.", "There was an internal error.")]
    public Task A_refusal_without_a_field_stands_on_top_and_everything_stays(string code, string message, string sentence) => browser.WithPageAsync($"refused-{code}", async page =>
    {
        var wizard = await ConfigureAsync(page, $"top-{code}");
        await wizard.Switch("PII redaction").CheckAsync();
        browser.Transcribe.Refuse(Start, code, message);
        await wizard.Create.ClickAsync();

        await Expect(page.Locator("main")).ToContainTextAsync(sentence);
        await Expect(wizard.Create).ToBeEnabledAsync();
        await Expect(wizard.Switch("PII redaction")).ToBeCheckedAsync();
        browser.Transcribe.Refuse(Start, null);
        await wizard.Create.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
    });

    [Fact]
    public Task A_copy_has_every_setting_that_the_service_tells_and_says_what_it_does_not() => browser.WithPageAsync(nameof(A_copy_has_every_setting_that_the_service_tells_and_says_what_it_does_not), async page =>
    {
        const string settings = $$"""
            "LanguageCode":"en-US","Media":{"MediaFileUri":"{{Media}}"},"MediaFormat":"wav",
            "Settings":{"VocabularyName":"terms","ShowSpeakerLabels":true,"MaxSpeakerLabels":4,"ShowAlternatives":true,"MaxAlternatives":3,"VocabularyFilterName":"swear","VocabularyFilterMethod":"remove"},
            "ContentRedaction":{"RedactionType":"PII","RedactionOutput":"redacted_and_unredacted","PiiEntityTypes":["NAME","PIN"]},
            "Subtitles":{"Formats":["srt","vtt"],"OutputStartIndex":1},
            "JobExecutionSettings":{"AllowDeferredExecution":true,"DataAccessRoleArn":"arn:aws:iam::111122223333:role/Queue"},
            "Tags":[{"Key":"team","Value":"legal"}]
            """;
        var job = (JsonObject)JsonNode.Parse($$"""{"TranscriptionJobName":"origin",{{settings}},"Transcript":{"TranscriptFileUri":"https://s3.us-east-1.amazonaws.com/{{AwsBrowserFixture.Bucket}}/out/special.json"},"CompletionTime":1700000000}""")!;
        browser.Transcribe.Add(job);
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync("create-job?copy=origin");

        await Expect(wizard.Name).ToBeFocusedAsync();
        await Expect(wizard.Name).ToHaveValueAsync("");
        var notice = page.Locator("main");
        await Expect(notice).ToContainTextAsync("Copied from job origin");
        await Expect(notice).ToContainTextAsync("The KMS key that encrypts the output");
        await Expect(notice).ToContainTextAsync("The file name of the output, special.json");
        await Expect(notice).ToContainTextAsync("Media format and sample rate are left to detection");
        await Expect(wizard.OutputUri).ToHaveValueAsync($"s3://{AwsBrowserFixture.Bucket}/out/");
        await page.AssertCleanAsync("a copy");
        await wizard.Name.FillAsync("copied");
        await wizard.Next.ClickAsync();
        await wizard.Create.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));

        var expected = (JsonObject)JsonNode.Parse($$"""{"TranscriptionJobName":"copied",{{settings}},"OutputBucketName":"{{AwsBrowserFixture.Bucket}}","OutputKey":"out/"}""")!;
        expected.Remove("MediaFormat");
        Assert.True(JsonNode.DeepEquals(expected, browser.Transcribe.StartOf("copied")), browser.Transcribe.StartOf("copied").ToJsonString());
    });

    [Fact]
    public Task A_copy_of_a_job_that_is_gone_says_so() => browser.WithPageAsync(nameof(A_copy_of_a_job_that_is_gone_says_so), async page =>
    {
        await new CreateJobPage(page).OpenAsync("create-job?copy=never-was");
        await Expect(page.Locator("main")).ToContainTextAsync("There is no job named never-was");
    });

    [Fact]
    public Task The_request_follows_the_form_and_is_copied_as_it_is_shown() => browser.WithPageAsync(nameof(The_request_follows_the_form_and_is_copied_as_it_is_shown), async page =>
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.S3Source.CheckAsync();
        await wizard.Name.FillAsync("o'brien");
        await wizard.MediaUri.FillAsync("s3://acme-media/it's <script>.wav");
        await Expect(wizard.RequestText).ToContainTextAsync("it's <script>.wav");
        await wizard.Request.GetByRole(AriaRole.Button, new() { NameRegex = new("^Copy") }).ClickAsync();
        var json = JsonNode.Parse(await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"))!;
        Assert.Equal("s3://acme-media/it's <script>.wav", (string?)json["Media"]!["MediaFileUri"]);

        await wizard.Request.GetByRole(AriaRole.Tab, new() { Name = "AWS CLI" }).ClickAsync();
        await Expect(wizard.RequestText).ToContainTextAsync("aws transcribe start-transcription-job");
        await wizard.Request.GetByRole(AriaRole.Button, new() { NameRegex = new("^Copy") }).ClickAsync();
        var command = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains(@"--transcription-job-name 'o'\''brien'", command, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_choice_of_step_2_that_rules_out_others_says_in_view_what_was_cleared() => browser.WithPageAsync(nameof(A_choice_of_step_2_that_rules_out_others_says_in_view_what_was_cleared), async page =>
    {
        var wizard = await ConfigureAsync(page, "ruled-out");
        await wizard.Switch("Alternative results").CheckAsync();
        await wizard.Switch("Toxicity detection").CheckAsync();

        await Expect(page.GetByText("Choices that no longer fit were cleared")).ToBeInViewportAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Alternative results was turned off");
        await Expect(wizard.Switch("Alternative results")).Not.ToBeCheckedAsync();
        await wizard.Switch("Toxicity detection").UncheckAsync();
        await Expect(wizard.Switch("Alternative results")).ToBeEnabledAsync();
        await Expect(page.GetByText("Choices that no longer fit were cleared")).ToBeVisibleAsync(); // until it has been read
        await wizard.Button("Dismiss").ClickAsync();
        await Expect(page.GetByText("Choices that no longer fit were cleared")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task What_no_longer_fits_is_cleared_with_a_notice_and_what_can_not_be_chosen_says_why() => browser.WithPageAsync(nameof(What_no_longer_fits_is_cleared_with_a_notice_and_what_can_not_be_chosen_says_why), async page =>
    {
        var wizard = await ConfigureAsync(page, "cleared");
        await wizard.Switch("PII redaction").CheckAsync();
        await wizard.Switch("Custom vocabulary").CheckAsync();
        await wizard.PickAsync("Vocabulary selection", "terms");
        await wizard.Previous.ClickAsync();
        await Expect(wizard.Heading).ToContainTextAsync("Specify job details");
        await Expect(wizard.Heading).ToBeFocusedAsync();
        await wizard.PickAsync("Language", "Danish (da-DK)");

        await Expect(page.GetByText("Choices that no longer fit were cleared")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("PII redaction was turned off. PII redaction is not available for");
        await Expect(page.Locator("main")).ToContainTextAsync("terms was chosen for English, US (en-US).");
        await wizard.Next.ClickAsync();
        await Expect(wizard.Switch("PII redaction")).ToBeDisabledAsync();
        await Expect(wizard.Switch("PII redaction")).Not.ToBeCheckedAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("PII redaction is not available for Danish");
        await Expect(wizard.Switch("Toxicity detection")).ToBeDisabledAsync();
    });

    private static async Task ChooseAndReloadAsync(CreateJobPage wizard, string label, params string[] texts)
    {
        await wizard.Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }).EvaluateAsync(
            """
            (field, texts) => {
              window.before = true;
              field.click();
              const options = [...document.getElementById(field.getAttribute('aria-controls')).querySelectorAll('.option')];
              for (const text of texts) options.find(option => option.textContent.includes(text)).click();
              location.reload();
            }
            """, texts);
        await wizard.Page.WaitForFunctionAsync("() => !window.before");
        await wizard.ReadyAsync();
    }

    private static async Task<CreateJobPage> ConfigureAsync(IPage page, string name)
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Name.FillAsync(name);
        await wizard.S3Source.CheckAsync();
        await wizard.MediaUri.FillAsync(Media);
        await wizard.Next.ClickAsync();
        await Expect(wizard.Heading).ToContainTextAsync("Configure job");
        await wizard.ReadyAsync();
        return wizard;
    }

    private IReadOnlyList<JsonObject> StartsOf(string name) =>
        [.. browser.Transcribe.Started.Where(body => (string?)body["TranscriptionJobName"] == name)];

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition()) await Task.Delay(50, giveUp.Token);
    }
}
