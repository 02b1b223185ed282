using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;
using static TranscribeConsole.EndToEnd.Tests.Browser.HostileTextsFixture;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Markup in whatever somebody else chose shows as text. That the policy would stop its script is not enough: no element is made of it, which would be a console error as well.</summary>
public sealed class StoredScriptTests(HostileTextsFixture browser) : IClassFixture<HostileTextsFixture>
{
    // What a page answers for what does not exist, or can't be asked, is told on the console by the browser.
    private static readonly string[] Answers = ["Failed to load resource"];

    private static readonly string[] Pages =
    [
        $"jobs/{Job}", $"jobs/{FailedJob}", $"jobs/{Job}/transcript", "jobs?search={payload}", "jobs/{payload}", $"objects?uri=s3://{Bucket}/in/", "object?uri={key}", "object?uri={payload}",
        "custom-vocabulary", "custom-vocabulary/{payload}", "vocabulary-filtering", "vocabulary-filtering/{payload}", "custom-language-model", "custom-language-model/none-{payload}",
        "accounts", "account", "shares", "audit?person={payload}", "audit?job={payload}&from={payload}",
    ];

    // Without a circuit.
    private static readonly string[] Static = ["account", "audit"];

    [Fact]
    public Task What_others_chose_shows_as_text_on_every_page() => WithAdministratorAsync("pages", async page =>
    {
        foreach (var path in Pages)
        {
            await page.GotoAsync(path.Replace("{payload}", Uri.EscapeDataString(Payload), StringComparison.Ordinal).Replace("{key}", Uri.EscapeDataString($"s3://{Bucket}/{Key}"), StringComparison.Ordinal));
            if (!Static.Contains(path.Split('?')[0])) await new JobListPage(page).InteractiveAsync();
            await IsTextAsync(page);
        }
    });

    [Fact]
    public Task Sentence_of_the_service_shows_as_text() => WithAdministratorAsync("service", async page =>
    {
        browser.Transcribe.Refuse("GetVocabulary", "BadRequestException", Payload);
        await page.GotoAsync("custom-vocabulary/refused");
        await new JobListPage(page).InteractiveAsync();
        await IsTextAsync(page);
        browser.Transcribe.Refuse("GetVocabulary", null);
    });

    [Fact]
    public Task Corrections_and_names_of_speakers_show_as_text_and_leave_so() => WithAdministratorAsync("corrections", async page =>
    {
        var reader = new ReaderPage(page);
        await reader.OpenAsync(Job);
        await reader.TextOf(1).DblClickAsync();
        await reader.Editor(1).FillAsync($"Corrected to {Payload}");
        await reader.Editor(1).PressAsync("Control+Enter");
        await Expect(reader.TextOf(1)).ToHaveTextAsync($"Corrected to {Payload}");
        await reader.Turn(1).GetByRole(AriaRole.Button, new() { Name = "Rename" }).First.ClickAsync();
        await reader.Dialog("Name of the speaker").GetByRole(AriaRole.Textbox).FillAsync(Payload);
        await page.Keyboard.PressAsync("Enter");
        await Expect(reader.Turn(1)).ToContainTextAsync(Payload);
        await IsTextAsync(page);
        await reader.OpenAsync(Job);
        await Expect(reader.TextOf(1)).ToHaveTextAsync($"Corrected to {Payload}");
        await IsTextAsync(page);
        await page.GotoAsync($"jobs/{Job}");
        await Expect(page.GetByText($"Corrected to {Payload}").First).ToBeVisibleAsync();
        await IsTextAsync(page);
        await SharedIsTextAsync(await LinkAsync(page, Job));
        await using var export = await page.APIRequest.GetAsync($"jobs/{Job}/transcript.html");
        var html = await export.TextAsync();
        Assert.Contains("&lt;img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    });

    [Fact]
    public Task What_is_typed_or_chosen_shows_as_text() => WithAdministratorAsync("typed", async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Name.FillAsync(Payload);
        await wizard.File.SetInputFilesAsync(new FilePayload { Name = $"{Payload}.wav", MimeType = "audio/wav", Buffer = "RIFF"u8.ToArray() });
        await Expect(wizard.Upload).ToContainTextAsync(Payload);
        await wizard.Next.ClickAsync();
        await Expect(page.Locator("#name-error")).ToBeVisibleAsync();
        await IsTextAsync(page);
        var words = new WordListPage(page);
        await words.OpenAsync("create-vocabulary");
        await words.Phrase(1).FillAsync(Payload);
        await words.DisplayAs(1).FillAsync(Payload);
        await words.Button("Create vocabulary").ClickAsync();
        await NoElementAsync(page);
        await words.OpenAsync("create-vocabulary-filter");
        await words.Word(1).FillAsync(Payload);
        await NoElementAsync(page);
    });

    [Fact]
    public Task Link_to_the_redacted_transcript_tells_nothing_that_it_hides() => WithAdministratorAsync("redacted", async page =>
    {
        var reader = new ReaderPage(page);
        await reader.OpenAsync(RedactedJob);
        await Expect(reader.TextOf(0)).ToContainTextAsync("Maria Keller");
        await reader.Turn(0).GetByRole(AriaRole.Button, new() { Name = "Rename" }).First.ClickAsync();
        await reader.Dialog("Name of the speaker").GetByRole(AriaRole.Textbox).FillAsync("Maria Keller");
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), response => response.Url.EndsWith("/transcript/speakers", StringComparison.Ordinal)); // leaving before that would be asked about
        await Expect(reader.Turn(0).GetByText("Maria Keller", new() { Exact = true })).ToBeVisibleAsync();
        var (redacted, whole) = (await LinkAsync(page, RedactedJob, alone: true), await LinkAsync(page, RedactedJob, alone: false));

        await browser.WithPageAsync("script-redacted-guest", async guest =>
        {
            await guest.GotoAsync(redacted);
            var shared = new ReaderPage(guest);
            await Expect(shared.Text).ToContainTextAsync("I am [NAME].");
            await Expect(guest.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Maria");
            foreach (var part in (string[])["transcript/reading?redacted=true", "transcript.txt", "transcript.vtt", "transcript.csv", "transcript.html"])
            {
                await using var given = await guest.APIRequest.GetAsync($"{redacted}/{part}");
                Assert.True(given.Ok, part);
                Assert.DoesNotContain("Maria", await given.TextAsync(), StringComparison.Ordinal);
            }

            foreach (var part in (string[])["transcript/reading?redacted=false", "transcript.txt?redacted=false", "transcript.json", "media", "media?download"])
            {
                await using var refused = await guest.APIRequest.GetAsync($"{redacted}/{part}");
                Assert.Equal((part, 404), (part, refused.Status));
            }

            await guest.GotoAsync(whole);
            await Expect(shared.Text).ToContainTextAsync("I am Maria Keller.");
        }, null, "404");
    });

    /// <summary>A link that lets export, made in the dialog of the job's page.</summary>
    /// <param name="alone">Whether of a job with both transcripts the redacted one is given alone; null: the job has one.</param>
    private static async Task<string> LinkAsync(IPage page, string job, bool? alone = null)
    {
        var details = new JobDetailsPage(page);
        await details.OpenAsync(job);
        await details.Button("Share link").ClickAsync();
        var redacted = page.GetByLabel("Redacted transcript alone");
        if (alone is not null) await Expect(redacted).ToBeCheckedAsync(); // unless somebody says otherwise
        if (alone == false) await redacted.UncheckAsync();
        await page.GetByLabel("Also export").CheckAsync();
        return await ShareFixture.MakeAsync(page);
    }

    private Task SharedIsTextAsync(string link) => browser.WithPageAsync("script-shared", async guest =>
    {
        await guest.GotoAsync(link);
        await Expect(new ReaderPage(guest).TextOf(1)).ToHaveTextAsync($"Corrected to {Payload}");
        await IsTextAsync(guest);
    }, null, Answers);

    private Task WithAdministratorAsync(string test, Func<IPage, Task> body) => browser.WithPageAsync($"script-{test}", async page =>
    {
        var opened = new List<string>(); // by a script; the console's own question before leaving is another thing
        page.Dialog += async (_, dialog) =>
        {
            if (dialog.Type != "beforeunload") lock (opened) opened.Add(dialog.Message);
            await dialog.AcceptAsync();
        };
        await SignInFixture.SignInAsync(page, Administrator);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Transcription jobs");
        await body(page);
        lock (opened) Assert.Empty(opened);
    }, new BrowserNewContextOptions { UserAgent = $"Mozilla/5.0 {Payload}" }, Answers);

    private static async Task IsTextAsync(IPage page)
    {
        var text = page.GetByText(Payload).Or(page.GetByText(Unspaced));
        await Expect(text.First).ToBeVisibleAsync();
        await NoElementAsync(page);
    }

    private static async Task NoElementAsync(IPage page)
    {
        await Expect(page.Locator("img[src=x], [onerror]")).ToHaveCountAsync(0);
        Assert.NotEqual("1", await page.TitleAsync());
    }
}
