using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Custom vocabularies and filters, whatever the backend: created, checked, changed, used by a job, deleted.</summary>
public abstract class VocabularyContract(BrowserFixture browser)
{
    protected BrowserFixture Browser { get; } = browser;

    [Fact]
    public Task Vocabulary_is_typed_created_shown_changed_and_deleted() => RunAsync(async page =>
    {
        var words = new WordListPage(page);
        await words.OpenAsync("create-vocabulary");
        await words.Name.FillAsync("typed");
        await words.Phrase(1).FillAsync("Lake Tahoe");
        await Expect(page.GetByText("A phrase has no spaces: join its words by hyphens.")).ToBeVisibleAsync();
        await words.Button("Use Lake-Tahoe").ClickAsync();
        await Expect(words.Phrase(1)).ToHaveValueAsync("Lake-Tahoe");
        await words.DisplayAs(1).FillAsync("Lake Tahoe");
        await words.DisplayAs(1).PressAsync("Enter");
        await Expect(words.Phrase(2)).ToBeFocusedAsync();
        await words.Phrase(2).FillAsync("Etienne");
        await words.Button("Create vocabulary").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/custom-vocabulary$"));
        await Expect(page.GetByText("Vocabulary typed was created.")).ToBeVisibleAsync();
        await words.ShowsAsync("typed", "Ready"); // without a reload
        await words.Link("typed").ClickAsync();
        await Expect(words.Row("Lake-Tahoe")).ToContainTextAsync("Lake Tahoe");
        await Expect(words.Row("Etienne")).ToBeVisibleAsync();

        await words.Link("Edit").ClickAsync();
        await words.Form.WaitForAsync();
        await Expect(page.GetByText("Saving replaces every entry.")).ToBeVisibleAsync();
        await words.Phrase(2).FillAsync("Etienne-Gaboury");
        await words.Button("Save").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/custom-vocabulary/typed$"));
        await Expect(words.Row("Etienne-Gaboury")).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => words.Link("Download").ClickAsync());
        Assert.Equal("typed.txt", download.SuggestedFilename);
        Assert.Equal("Phrase\tSoundsLike\tIPA\tDisplayAs\nLake-Tahoe\t\t\tLake Tahoe\nEtienne-Gaboury\t\t\t\n", await File.ReadAllTextAsync(await download.PathAsync()));

        await words.Button("Delete").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/custom-vocabulary$"));
        await Expect(page.GetByText("The vocabulary typed was deleted.")).ToBeVisibleAsync();
        await Expect(words.Link("typed")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Cells_of_a_spreadsheet_are_pasted_and_go_out_again() => RunAsync(async page =>
    {
        var words = new WordListPage(page);
        await words.OpenAsync("create-vocabulary");
        await WordListPage.PasteAsync(words.Phrase(1), "Lake-Tahoe\tLake Tahoe\r\nK.P.I.-s\tKPIs\r\n");

        await Expect(words.Phrase(2)).ToHaveValueAsync("K.P.I.-s");
        await Expect(words.DisplayAs(1)).ToHaveValueAsync("Lake Tahoe");
        var download = await page.RunAndWaitForDownloadAsync(() => words.Button("Export").ClickAsync());
        Assert.Equal("Phrase\tSoundsLike\tIPA\tDisplayAs\nLake-Tahoe\t\t\tLake Tahoe\nK.P.I.-s\t\t\tKPIs\n", await File.ReadAllTextAsync(await download.PathAsync()));
        await Expect(words.Phrase(2)).ToHaveValueAsync("K.P.I.-s"); // exporting is not leaving
    });

    [Fact]
    public Task Files_are_converted_or_refused_with_line_and_rule() => RunAsync(async page =>
    {
        var words = new WordListPage(page);
        await words.OpenAsync("create-vocabulary");

        await words.ChooseAsync("crlf.txt", "Phrase\tSoundsLike\tIPA\tDisplayAs\r\nLake-Tahoe\t\t\tLake Tahoe\r\n"u8.ToArray());
        await Expect(page.GetByText("Lines ended with CR LF")).ToBeVisibleAsync();
        await Expect(words.Phrase(1)).ToHaveValueAsync("Lake-Tahoe");

        await words.ChooseAsync("utf16.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("NATO\nUNO\n")]);
        await Expect(page.GetByText("There are rows in the table already.")).ToBeVisibleAsync();
        await words.Button("Add below").ClickAsync();
        await Expect(page.GetByText("it was converted to UTF-8")).ToBeVisibleAsync();
        await Expect(words.Phrase(3)).ToHaveValueAsync("UNO");

        foreach (var (name, content, message) in new (string, byte[], string)[]
        {
            ("none.txt", [], "The file is empty."),
            ("binary.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 1], "The file is binary"),
            ("long.txt", Encoding.UTF8.GetBytes(new string('a', 51_201)), "The file has 51,201 bytes; the service takes up to 51,200."),
        })
        {
            await words.ChooseAsync(name, content);
            await Expect(words.Alert.Filter(new() { HasText = message })).ToBeVisibleAsync();
        }

        await words.ChooseAsync("tabs.txt", "Phrase\tSoundsLike\tIPA\tDisplayAs\nfine\t\t\t\nbad\t\n"u8.ToArray());
        await Expect(page.GetByText("Line 3 has 1 tabs; the header has 3.")).ToBeVisibleAsync();
        await words.Button("Replace them").ClickAsync();
        await Expect(words.Phrase(1)).ToHaveValueAsync("fine");
    });

    [Fact]
    public Task Headers_in_another_order_are_read_and_broken_ones_are_named() => RunAsync(async page =>
    {
        var words = new WordListPage(page);
        await words.OpenAsync("create-vocabulary");
        await words.ChooseAsync("order.txt", [0xEF, 0xBB, 0xBF, .. "DisplayAs\tPhrase\tIPA\tSoundsLike\nLake Tahoe\tLake-Tahoe\t\t\n"u8]);
        await Expect(page.GetByText("The byte order mark at the beginning was removed.")).ToBeVisibleAsync();
        await Expect(words.Phrase(1)).ToHaveValueAsync("Lake-Tahoe");
        await Expect(words.DisplayAs(1)).ToHaveValueAsync("Lake Tahoe");

        await words.ChooseAsync("headless.txt", "SoundsLike\tDisplayAs\na\tb\n"u8.ToArray());
        await Expect(page.GetByText("Line 1 has no column Phrase. The header of a table is Phrase, SoundsLike, IPA, DisplayAs.")).ToBeVisibleAsync();
        await Expect(words.Phrase(1)).ToHaveValueAsync("Lake-Tahoe"); // what was there stays
    });

    [Fact]
    public Task What_was_typed_survives_a_reload_until_it_is_given_up_or_saved() => RunAsync(async page =>
    {
        var words = new WordListPage(page);
        await words.OpenAsync("create-vocabulary");
        await words.Name.FillAsync("reloaded");
        await words.Phrase(1).FillAsync("nato");
        await words.DisplayAs(1).FillAsync("NATO");
        await words.DisplayAs(1).PressAsync("Enter");
        await words.Phrase(2).FillAsync("uno");
        await words.AddTagAsync();
        await page.GetByLabel("Key of tag 1").FillAsync("team");
        await page.ReloadAsync();

        await words.Form.WaitForAsync();
        await Expect(page.GetByText("What you entered before is here again.")).ToBeVisibleAsync();
        await Expect(words.Name).ToHaveValueAsync("reloaded");
        await Expect(words.DisplayAs(1)).ToHaveValueAsync("NATO");
        await Expect(words.Phrase(2)).ToHaveValueAsync("uno");
        await Expect(page.GetByLabel("Key of tag 1")).ToHaveValueAsync("team");
        await page.AssertCleanAsync("restored");
        await words.OpenAsync("create-vocabulary-filter"); // another form, another draft
        await Expect(words.Name).ToHaveValueAsync("");
        await words.OpenAsync("create-vocabulary");
        await words.Button("Start over").ClickAsync();
        await Expect(words.Name).ToHaveValueAsync("");
        await words.Name.FillAsync("reloaded");
        await words.Phrase(1).FillAsync("uno");
        await words.Button("Create vocabulary").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/custom-vocabulary$"));
        await words.OpenAsync("create-vocabulary");
        await Expect(words.Name).ToHaveValueAsync("");

        await words.OpenAsync("custom-vocabulary/reloaded/edit");
        await words.Phrase(1).FillAsync("unesco");
        await page.ReloadAsync();
        await words.Form.WaitForAsync();
        await Expect(words.Phrase(1)).ToHaveValueAsync("unesco");
        await words.Button("Start over").ClickAsync();
        await Expect(words.Phrase(1)).ToHaveValueAsync("uno");
        await words.Phrase(1).FillAsync("unicef");
        await words.Link("Cancel").ClickAsync();
        await words.Button("Leave").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/custom-vocabulary/reloaded$"));
        await words.OpenAsync("custom-vocabulary/reloaded/edit");
        await Expect(words.Phrase(1)).ToHaveValueAsync("uno");
    });

    [Fact]
    public Task What_others_do_while_a_filter_is_edited_is_said_and_nothing_typed_is_lost() => RunAsync(async page =>
    {
        var words = new WordListPage(page);
        await CreateFilterAsync(words, "edited-by-two", "park");
        await words.OpenAsync("vocabulary-filtering/edited-by-two/edit");
        await words.Word(1).FillAsync("mine");
        using var transcribe = Browser.Console.CreateTranscribe();
        await transcribe.UpdateVocabularyFilterAsync(new() { VocabularyFilterName = "edited-by-two", Words = ["theirs"] });
        await words.Button("Save").ClickAsync();
        await Expect(words.Alert.Filter(new() { HasText = "Somebody else has saved this vocabulary filter since you opened it." })).ToBeVisibleAsync();
        await Expect(words.Word(1)).ToHaveValueAsync("mine");

        await transcribe.DeleteVocabularyFilterAsync(new() { VocabularyFilterName = "edited-by-two" });
        await words.Button("Save").ClickAsync();
        await Expect(words.Alert.Filter(new() { HasText = "The vocabulary filter was deleted meanwhile. Export the words, then create a filter from the file." })).ToBeVisibleAsync();
        await Expect(words.Word(1)).ToHaveValueAsync("mine");

        await transcribe.CreateVocabularyFilterAsync(new() { VocabularyFilterName = "edited-by-two", LanguageCode = "en-US", Words = ["theirs"] });
        await words.Button("Save").ClickAsync();
        await Expect(words.Alert.Filter(new() { HasText = "Somebody else has saved" })).ToBeVisibleAsync();
        await words.Button("Save").ClickAsync(); // knowing it
        await Expect(page).ToHaveURLAsync(new Regex("/vocabulary-filtering/edited-by-two$"));
        await Expect(words.Row("mine")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Refusals_stand_at_their_fields_and_nothing_typed_is_lost() => RunAsync(async page =>
    {
        var words = new WordListPage(page);
        await CreateFilterAsync(words, "taken", "park");
        await words.OpenAsync("create-vocabulary-filter");
        await words.Button("Create vocabulary filter").ClickAsync();
        await Expect(words.Name).ToBeFocusedAsync();
        await Expect(page.GetByText("Enter at least one word.").First).ToBeVisibleAsync();

        await words.Name.FillAsync("taken");
        await words.Word(1).FillAsync("walk");
        await words.Button("Create vocabulary filter").ClickAsync();

        await Expect(page.GetByText("already exists").First).ToBeVisibleAsync();
        await Expect(words.Name).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(words.Word(1)).ToHaveValueAsync("walk");
        await words.Link("Cancel").ClickAsync();
        await words.StayAsync();
        await Expect(words.Word(1)).ToHaveValueAsync("walk");
    });

    [Fact]
    public Task Vocabulary_from_S3_that_breaks_a_rule_fails_with_its_line() => RunAsync(async page =>
    {
        using (var s3 = Browser.Console.CreateS3())
        {
            await s3.PutBucketAsync("word-files");
            await s3.PutObjectAsync(new() { BucketName = "word-files", Key = "bad.txt", ContentBody = "fine\ntwo words\n" });
        }

        var words = new WordListPage(page);
        await words.OpenAsync("create-vocabulary");
        await words.Name.FillAsync("from-s3");
        await page.GetByRole(AriaRole.Radio, new() { Name = "S3 location" }).CheckAsync();
        await page.GetByLabel("Vocabulary file location on S3").FillAsync("s3://word-files/bad.txt");
        await words.Button("Create vocabulary").ClickAsync();
        await words.ShowsAsync("from-s3", "Failed");
        await words.Link("from-s3").ClickAsync();

        await Expect(page.GetByText("Failure reason")).ToBeVisibleAsync();
        await Expect(page.GetByText("Line 2 has a space")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Wizard_creates_what_it_needs_and_the_transcript_shows_it() => RunAsync(async page =>
    {
        var wizard = new CreateJobPage(page);
        var words = new WordListPage(page);
        await wizard.ChooseAsync("with-words", Samples.Recorded);
        await wizard.UploadedAsync();
        await wizard.Next.ClickAsync();
        await Expect(wizard.Heading).ToContainTextAsync("Configure job");
        await wizard.ReadyAsync();
        await wizard.Switch("Vocabulary filtering").CheckAsync();
        await wizard.Switch("Custom vocabulary").CheckAsync();

        await wizard.Button("Create a new one (vocabulary for English, US (en-US))").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("made-here");
        await words.Phrase(1).FillAsync("young");
        await words.DisplayAs(1).FillAsync("JUNG");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create vocabulary", Exact = true }).ClickAsync();
        await Expect(wizard.Page.GetByRole(AriaRole.Combobox, new() { Name = "Vocabulary selection" })).ToHaveValueAsync("made-here");

        await wizard.Button("Create a new one (vocabulary filter for English, US (en-US))").ClickAsync();
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("hide-man");
        await words.Word(1).FillAsync("MAN");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create vocabulary filter", Exact = true }).ClickAsync();
        await Expect(wizard.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter selection" })).ToHaveValueAsync("hide-man");
        await Expect(page.GetByText("made-here is being checked")).ToHaveCountAsync(0, new() { Timeout = 30_000 });

        await wizard.Create.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"), new() { Timeout = 60_000 });
        var jobs = new JobListPage(page);
        await jobs.ShowsAsync("with-words", "Complete");
        await jobs.Link("with-words").ClickAsync();
        await Expect(new JobDetailsPage(page).Preview).ToContainTextAsync("JUNG ***");

        await words.GoToAsync("custom-vocabulary/made-here");
        await words.Button("Look for jobs that use it").ClickAsync();
        await Expect(words.Link("with-words")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    });

    [Fact]
    public Task Word_selected_in_a_transcript_goes_into_a_vocabulary_and_a_filter() => RunAsync(async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.ChooseAsync("read-words", Samples.Recorded);
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        await new JobListPage(page).ShowsAsync("read-words", "Complete");
        var reader = new ReaderPage(page);
        var words = new WordListPage(page);
        await reader.OpenAsync("read-words");
        await reader.SelectAsync(0, "young", 0);
        await reader.Button("Add to vocabulary…").ClickAsync();
        var dialog = page.Locator("dialog[open]");
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("from-transcript");
        await dialog.GetByLabel("Phrase").FillAsync("young man");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("For example: young-man").First).ToBeVisibleAsync();
        await dialog.GetByLabel("Phrase").FillAsync("young-man");
        await dialog.GetByLabel("DisplayAs").FillAsync("Young Man");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByText("young-man was added to the vocabulary from-transcript.")).ToBeVisibleAsync();

        await reader.SelectAsync(0, "young", 0);
        await reader.Button("Add to vocabulary filter…").ClickAsync();
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("from-transcript");
        await dialog.GetByLabel("Word", new() { Exact = true }).FillAsync("young");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByText("young was added to the vocabulary filter from-transcript.")).ToBeVisibleAsync();

        await words.GoToAsync("custom-vocabulary/from-transcript");
        await Expect(words.Row("young-man")).ToContainTextAsync("Young Man");
    });

    [Fact]
    public Task Deleted_meanwhile_is_said_and_what_was_shown_stays() => RunAsync(async page =>
    {
        var words = new WordListPage(page);
        await CreateFilterAsync(words, "vanishing", "park");
        await words.GoToAsync("vocabulary-filtering/vanishing");
        await Expect(words.Row("park")).ToBeVisibleAsync();
        using (var transcribe = Browser.Console.CreateTranscribe()) await transcribe.DeleteVocabularyFilterAsync(new() { VocabularyFilterName = "vanishing" });

        await Expect(page.GetByText("The vocabulary filter was deleted", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(words.Row("park")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Tags_are_managed_and_a_list_is_searched() => RunAsync(async page =>
    {
        var words = new WordListPage(page);
        await CreateFilterAsync(words, "find-me", "park");
        await CreateFilterAsync(words, "other", "park");
        await page.GetByLabel("Search vocabulary filters").FillAsync("FIND");
        await Expect(page).ToHaveURLAsync(new Regex("search=FIND"));
        await Expect(words.Link("other")).ToHaveCountAsync(0);
        await page.GetByLabel("Search vocabulary filters").FillAsync("nothing-like-it");
        await words.Button("Clear filter").ClickAsync();
        await words.Link("find-me").ClickAsync();

        await words.Button("Manage tags").ClickAsync();
        await words.AddTagAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Key of tag 1").FillAsync("team");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Value - optional of tag 1").FillAsync("legal");
        await words.Button("Save changes").ClickAsync();
        await Expect(words.Row("team")).ToContainTextAsync("legal");
        await page.ReloadAsync();
        await Expect(words.Row("team")).ToContainTextAsync("legal");
    });

    protected Task RunAsync(Func<IPage, Task> body, [System.Runtime.CompilerServices.CallerMemberName] string test = "") => Browser.WithPageAsync(test, body);

    private protected static async Task CreateFilterAsync(WordListPage words, string name, string word, string? text = null)
    {
        await words.OpenAsync("create-vocabulary-filter");
        await words.Name.FillAsync(name);
        await words.Word(1).FillAsync(word);
        if (text is not null) await words.Page.GetByLabel("Text to try").FillAsync(text);
        await words.Button("Create vocabulary filter").ClickAsync();
        await Expect(words.Page).ToHaveURLAsync(new Regex("/vocabulary-filtering$"));
    }
}
