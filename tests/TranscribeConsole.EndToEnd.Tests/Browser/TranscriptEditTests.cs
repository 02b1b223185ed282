using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

[Collection(TranscriptCollection.Name)]
public sealed class TranscriptEditTests(TranscriptFixture browser)
{
    private const string Recognised = "Sentence 1 speaks about apples and pears.";
    private const string Corrected = "Sentence one speaks about apples and pears.";

    [Fact]
    public Task Turn_is_corrected_in_place_with_who_and_when_and_undone() => WithReaderAsync("correct", async reader =>
    {
        await reader.TextOf(1).DblClickAsync();
        await reader.Editor(1).FillAsync(Corrected);
        await reader.Editor(1).PressAsync("Control+Enter");
        await Expect(reader.TextOf(1)).ToHaveTextAsync(Corrected);
        await Expect(reader.Turn(1)).ToContainTextAsync("Corrected by local user");
        Assert.Equal(["one"], await reader.MarkedAsync("typed"));
        await reader.ClickWordAsync(1, "about"); // words that are unchanged keep their times
        await reader.AtAsync(SpokenTranscript.SecondsPerWord * (7 + 3));
        await reader.Turn(1).GetByText("Recognised text").ClickAsync();
        await Expect(reader.Turn(1)).ToContainTextAsync(Recognised);
        await reader.Page.AssertCleanAsync("corrected");

        await reader.OpenAsync("correct");
        await Expect(reader.TextOf(1)).ToHaveTextAsync(Corrected);
        await reader.Turn(1).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(reader.TextOf(1)).ToHaveTextAsync(Recognised);
        await Expect(reader.Turn(1)).Not.ToContainTextAsync("Corrected by");
    });

    [Fact]
    public Task Key_opens_the_field_and_escape_leaves_everything_as_it_was() => WithReaderAsync("escape", async reader =>
    {
        await reader.PlayableAsync();
        await reader.ClickWordAsync(2, "about");
        await reader.Page.Keyboard.PressAsync("e");
        await Expect(reader.Editor(2)).ToBeFocusedAsync();
        await reader.Page.AssertCleanAsync("editing");
        await reader.Page.Keyboard.TypeAsync(" More.");
        await reader.Page.Keyboard.PressAsync("Escape");
        await Expect(reader.TextOf(2)).ToHaveTextAsync("Sentence 2 speaks about apples and pears.");
    });

    [Fact]
    public Task Second_of_two_editors_sees_what_the_first_wrote_before_anything_is_overwritten() => WithReaderAsync("conflict", async reader =>
    {
        var other = new ReaderPage(await reader.Page.Context.NewPageAsync());
        await other.OpenAsync("conflict");
        await other.TextOf(1).DblClickAsync();
        await other.Editor(1).FillAsync("Mine.");
        await reader.Page.BringToFrontAsync();
        await CorrectAsync(reader, 1, "Theirs.");

        await other.Page.BringToFrontAsync();
        await other.Editor(1).PressAsync("Control+Enter");
        await Expect(other.Turn(1).GetByRole(AriaRole.Alert)).ToContainTextAsync("Theirs.");
        await other.Page.AssertCleanAsync("conflict");
        await other.Turn(1).GetByRole(AriaRole.Button, new() { Name = "Save mine instead" }).ClickAsync();
        await Expect(other.TextOf(1)).ToHaveTextAsync("Mine.");
        await other.Turn(1).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(other.TextOf(1)).ToHaveTextAsync("Theirs."); // nothing was lost
    }, "409");

    [Fact]
    public Task Undo_of_what_somebody_else_has_changed_is_refused_and_says_so() => WithReaderAsync("undo-conflict", async reader =>
    {
        await CorrectAsync(reader, 1, "Mine.");
        var other = new ReaderPage(await reader.Page.Context.NewPageAsync());
        await other.OpenAsync("undo-conflict");
        await CorrectAsync(other, 1, "Theirs.");

        await reader.Page.BringToFrontAsync();
        await reader.Turn(1).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(reader.Said).ToContainTextAsync("could not be undone");
        await Expect(reader.TextOf(1)).ToHaveTextAsync("Theirs.");
    }, "409");

    [Fact]
    public Task Correction_that_is_finished_survives_a_tab_that_is_closed_at_once() => WithReaderAsync("closed", async reader =>
    {
        var other = new ReaderPage(await reader.Page.Context.NewPageAsync());
        await other.OpenAsync("closed");
        await other.TextOf(1).DblClickAsync();
        await other.Editor(1).FillAsync(Corrected);
        await other.Editor(1).PressAsync("Control+Enter");
        await other.Page.CloseAsync();
        await BecomesTrueAsync(async () =>
        {
            await reader.OpenAsync("closed");
            return await reader.TextOf(1).TextContentAsync() == Corrected;
        });
    });

    [Fact]
    public Task Correction_made_without_a_connection_is_kept_in_the_tab_and_sent_when_it_is_back() => WithReaderAsync("offline", async reader =>
    {
        await reader.TextOf(1).DblClickAsync();
        await reader.Editor(1).FillAsync(Corrected);
        await reader.Page.RouteAsync("**/transcript/turns", route => route.AbortAsync("internetdisconnected"));
        await reader.Editor(1).PressAsync("Control+Enter");
        await Expect(reader.Turn(1)).ToContainTextAsync("Not saved yet");
        await Expect(reader.Page.GetByText("One correction is not saved.")).ToBeVisibleAsync();
        await reader.Page.AssertCleanAsync("not saved");
        await reader.Page.UnrouteAsync("**/transcript/turns");
        await reader.Page.EvaluateAsync("() => window.dispatchEvent(new Event('online'))");
        await Expect(reader.Turn(1)).ToContainTextAsync("Corrected by");
        await reader.OpenAsync("offline");
        await Expect(reader.TextOf(1)).ToHaveTextAsync(Corrected);
    }, "ERR_INTERNET_DISCONNECTED");

    [Fact]
    public Task What_was_saved_survives_the_servers_sudden_death() => WithReaderAsync("killed", async reader =>
    {
        using var directory = new TemporaryDirectory();
        var other = new ReaderPage(await reader.Page.Context.NewPageAsync());
        await using (var console = await browser.StartAnotherAsync(directory["data"]))
        {
            await other.OpenAtAsync(new Uri(console.Address, "jobs/killed/transcript").ToString());
            await CorrectAsync(other, 1, Corrected);
            await other.Tab("Audio identification").ClickAsync();
            await NameAsync(other, "Rename Speaker 0 (spk_0)", "Ana");
            await Expect(other.Dialog("Name of the speaker")).ToBeHiddenAsync();
            await console.KillAsync();
        }

        await using var restarted = await browser.StartAnotherAsync(directory["data"]);
        await other.OpenAtAsync(new Uri(restarted.Address, "jobs/killed/transcript").ToString());
        await Expect(other.TextOf(1)).ToHaveTextAsync(Corrected);
        await Expect(other.Turn(0)).ToContainTextAsync("Ana");
    });

    [Fact]
    public Task Name_shows_everywhere_and_one_name_for_two_labels_merges_them() => WithReaderAsync("names", async reader =>
    {
        await NameAsync(reader, "Rename Speaker 0", "Ana");
        await Expect(reader.Turn(0)).ToContainTextAsync("Ana");
        await Expect(reader.Turn(2)).ToContainTextAsync("Ana");
        Assert.Contains("Ana", await TextAsync(reader, "names"), StringComparison.Ordinal);

        await reader.Tab("Audio identification").ClickAsync();
        await NameAsync(reader, "Rename Speaker 1 (spk_1)", "Ana");
        await Expect(reader.Page.GetByRole(AriaRole.Row, new() { Name = "Ana spk_0, spk_1 100 % 1" })).ToBeVisibleAsync();
        await reader.Tab("Text").ClickAsync();
        await Expect(reader.Turn(1).Locator(".turn-speaker")).ToHaveCountAsync(0); // one person goes on
        Assert.Single(Regex.Matches(await TextAsync(reader, "names"), "Ana:"));
    });

    [Fact]
    public Task Preview_on_the_details_shows_corrections_and_names() => WithReaderAsync("preview", async reader =>
    {
        await CorrectAsync(reader, 1, Corrected);
        await NameAsync(reader, "Rename Speaker 0", "Ana");
        var job = new JobDetailsPage(reader.Page);
        await job.OpenAsync("preview");
        await Expect(job.Preview).ToContainTextAsync($"apples and pears. {Corrected} Sentence 2");
        await Expect(job.Preview).ToContainTextAsync("Shown with the corrections that were made in this console.");
        await job.Preview.GetByRole(AriaRole.Tab, new() { Name = "Audio identification" }).ClickAsync();
        await Expect(job.Preview).ToContainTextAsync("Ana");
        await reader.Page.AssertCleanAsync("corrected preview");
    });

    [Fact]
    public Task Names_and_corrections_go_with_the_job() => WithReaderAsync("deleted", async reader =>
    {
        await CorrectAsync(reader, 1, Corrected);
        var job = new JobDetailsPage(reader.Page);
        await job.OpenAsync("deleted");
        await job.Button("Delete").ClickAsync();
        await reader.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/jobs$"));
        await browser.AddConversationAsync("deleted");
        await reader.OpenAsync("deleted");
        await Expect(reader.TextOf(1)).ToHaveTextAsync(Recognised);
    });

    private static async Task BecomesTrueAsync(Func<Task<bool>> condition)
    {
        for (var attempt = 0; !await condition(); attempt++) Assert.True(attempt < 20, "It has not become true.");
    }

    private static async Task CorrectAsync(ReaderPage reader, int turn, string text)
    {
        await reader.TextOf(turn).DblClickAsync();
        await reader.Editor(turn).FillAsync(text);
        await reader.Turn(turn).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(reader.TextOf(turn)).ToHaveTextAsync(text);
        await Expect(reader.Turn(turn)).ToContainTextAsync("Corrected by");
    }

    private static async Task NameAsync(ReaderPage reader, string button, string name)
    {
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await reader.Dialog("Name of the speaker").GetByRole(AriaRole.Textbox).FillAsync(name);
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Dialog("Name of the speaker")).ToBeHiddenAsync();
    }

    private static async Task<string> TextAsync(ReaderPage reader, string job)
    {
        await using var answer = await reader.Page.APIRequest.GetAsync($"jobs/{job}/transcript.txt");
        return await answer.TextAsync();
    }

    private Task WithReaderAsync(string job, Func<ReaderPage, Task> test, params string[] expectedErrors) => browser.WithPageAsync($"edit-{job}", async page =>
    {
        await browser.AddConversationAsync(job);
        var reader = new ReaderPage(page);
        await reader.OpenAsync(job);
        await test(reader);
    }, null, expectedErrors);
}
