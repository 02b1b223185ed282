using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

[Collection(TranscriptCollection.Name)]
public sealed class TranscriptPlayTests(TranscriptFixture browser)
{
    [Fact]
    public Task Word_that_is_said_is_marked_while_the_media_plays() => WithReaderAsync("play", async reader =>
    {
        await reader.PlayableAsync();
        await reader.Button("Play").ClickAsync();
        await reader.WaitForMarkAsync("now", "speaks");
        await Expect(reader.Turn(0)).ToHaveAttributeAsync("aria-current", "true");
        await reader.Button("Pause").ClickAsync();
        await Expect(reader.Button("Play")).ToBeVisibleAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"[?&]t=\d"));
    });

    [Fact]
    public Task On_a_phone_the_transcript_comes_into_view_when_it_is_played() => WithReaderAsync("phone", async reader =>
    {
        await reader.Page.SetViewportSizeAsync(390, 600);
        await reader.PlayableAsync();
        await reader.Button("Play").ClickAsync();
        await Expect(reader.Turn(0)).ToHaveAttributeAsync("aria-current", "true");
        await Expect(reader.TextOf(0)).ToBeInViewportAsync();
    });

    [Fact]
    public Task Word_that_is_clicked_or_chosen_by_key_is_where_the_player_goes() => WithReaderAsync("seek", async reader =>
    {
        await reader.PlayableAsync();
        await reader.ClickWordAsync(3, "about");
        await reader.AtAsync(SpokenTranscript.SecondsPerWord * (3 * 7 + 3));
        await reader.WaitForMarkAsync("now", "about");
        await reader.Page.Keyboard.PressAsync("w");
        await reader.WaitForMarkAsync("cursor", "apples");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.WaitForMarkAsync("now", "apples");
        await reader.Turn(2).GetByRole(AriaRole.Button, new() { Name = "Play from" }).ClickAsync();
        await reader.AtAsync(SpokenTranscript.SecondsPerWord * 14);
    });

    [Fact]
    public Task No_word_stays_marked_through_a_silence() => WithReaderAsync("silence", async reader =>
    {
        await reader.OpenAsync("silence", "?t=117.8"); // the last word ends at 112
        await reader.PlayableAsync();
        await reader.AtAsync(117.8);
        Assert.Empty(await reader.MarkedAsync("now"));
        for (var press = 0; press < 2; press++) await reader.Page.Keyboard.PressAsync("j");
        await reader.AtAsync(107.8);
        await reader.WaitForMarkAsync("now", "about");
    });

    [Fact]
    public Task Keys_play_skip_and_change_the_speed_and_are_shown_in_a_dialog() => WithReaderAsync("keys", async reader =>
    {
        var keys = reader.Page.Keyboard;
        await reader.PlayableAsync();
        await keys.PressAsync("l");
        await reader.AtAsync(5);
        await keys.PressAsync("ArrowRight");
        await reader.AtAsync(10);
        await keys.PressAsync("j");
        await reader.AtAsync(5);
        await keys.PressAsync("ArrowLeft");
        await reader.AtAsync(0);
        await keys.PressAsync(".");
        await Expect(reader.Speed).ToHaveValueAsync("1.25");
        foreach (var _ in Enumerable.Range(0, 9)) await keys.PressAsync(".");
        await Expect(reader.Speed).ToHaveValueAsync("3");
        foreach (var _ in Enumerable.Range(0, 12)) await keys.PressAsync(",");
        await Expect(reader.Speed).ToHaveValueAsync("0.5");
        await keys.PressAsync("Space");
        await Expect(reader.Button("Pause")).ToBeVisibleAsync();
        await keys.PressAsync("k");
        await Expect(reader.Button("Play")).ToBeVisibleAsync();
        await keys.PressAsync("?");
        await Expect(reader.Dialog("Keyboard shortcuts")).ToContainTextAsync("Back 5 seconds");
        await keys.PressAsync("Escape");
        await Expect(reader.Dialog("Keyboard shortcuts")).ToBeHiddenAsync();
    });

    [Fact]
    public Task Link_with_a_time_opens_at_the_moment() => WithReaderAsync("link", async reader =>
    {
        await reader.OpenAsync("link", "?t=75.4");
        await Expect(reader.Time).ToHaveTextAsync(new Regex("^1:15 / "));
        await reader.WaitForMarkAsync("now", "pears"); // word 188
        await Expect(reader.TextOf(26)).ToBeInViewportAsync();
        await reader.PlayableAsync();
        await reader.AtAsync(75.4);
        await reader.Button("Copy link").ClickAsync();
        await Expect(reader.Said).ToHaveTextAsync("The link to 1:15 was copied.");
    });

    [Fact]
    public Task Link_to_a_moment_behind_the_last_word_stays_while_the_media_is_not_there() => WithReaderAsync("behind", async reader =>
    {
        await reader.Page.RouteAsync("**/jobs/behind/media", _ => { }); // it does not come
        await reader.OpenAsync("behind", "?t=117.80"); // the page writes its address with one digit
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"\?t=117\.8$"));
    });

    [Fact]
    public Task Strip_shows_who_speaks_and_jumps() => WithReaderAsync("strip", async reader =>
    {
        var strip = reader.Page.GetByRole(AriaRole.Img, new() { Name = "Who speaks when: Speaker 0 50 per cent, Speaker 1 50 per cent" });
        await reader.PlayableAsync();
        var box = (await strip.BoundingBoxAsync())!;
        await strip.ClickAsync(new() { Position = new() { X = box.Width / 2, Y = 10 } });
        await reader.AtAsync(60);
        var colours = await strip.EvaluateAsync<int>(
            """
            canvas => {
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              return new Set(Array.from({ length: data.length / 4 }, (_, at) => data.slice(4 * at, 4 * at + 4).join())).size;
            }
            """);
        Assert.True(colours >= 4, $"Two voices, the ground and the position have {colours} colours.");
    });

    [Fact]
    public Task Reader_who_scrolls_away_is_not_followed_until_the_button_brings_the_word_back() => WithReaderAsync("follow", async reader =>
    {
        await reader.PlayableAsync();
        await reader.Page.Keyboard.PressAsync("k");
        await Expect(reader.Return).ToBeHiddenAsync();
        await reader.Text.HoverAsync();
        await reader.Page.Mouse.WheelAsync(0, 1200);
        await Expect(reader.Return).ToBeVisibleAsync();
        await Expect(reader.TextOf(0)).Not.ToBeInViewportAsync();
        await reader.Return.ClickAsync();
        await Expect(reader.Return).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("li.turn.now")).ToBeInViewportAsync();
    });

    [Fact]
    public Task Reader_who_scrolls_the_page_away_while_it_plays_finds_the_button_too() => WithReaderAsync("page-follow", async reader =>
    {
        await reader.Page.SetViewportSizeAsync(390, 600);
        await reader.PlayableAsync();
        await reader.Button("Play").ClickAsync();
        await Expect(reader.TextOf(0)).ToBeInViewportAsync();
        await reader.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await Expect(reader.Return).ToBeInViewportAsync();
        await Expect(reader.TextOf(0)).Not.ToBeInViewportAsync();
        await reader.Return.ClickAsync();
        await Expect(reader.Return).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("li.turn.now")).ToBeInViewportAsync();
    });

    [Fact]
    public Task View_of_which_the_page_shows_a_part_follows_in_that_part() => WithReaderAsync("part-follow", async reader =>
    {
        await reader.Page.SetViewportSizeAsync(1000, 600);
        await reader.PlayableAsync();
        await reader.Page.EvaluateAsync(
            """
            () => {
              const { top } = document.querySelector('[data-part=scroller]').getBoundingClientRect();
              scrollTo(0, scrollY + top - innerHeight + 200);
            }
            """);
        for (var press = 1; press <= 6; press++)
        {
            await reader.Page.Keyboard.PressAsync("l");
            await reader.AtAsync(press * 5);
            await Expect(reader.Page.Locator("li.turn.now .turn-text")).ToBeInViewportAsync();
        }
    });

    [Fact]
    public Task Film_is_shown_with_its_picture() => browser.WithPageAsync("reader-film", async page =>
    {
        await browser.AddAsync("film", SpokenTranscript.Conversation("film"), TranscriptFixture.Film);
        var reader = new ReaderPage(page);
        await reader.OpenAsync("film");
        await Expect(page.GetByLabel("Picture of the media")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Media_that_no_browser_plays_is_said_to_be_with_its_download() => browser.WithPageAsync("reader-amr", async page =>
    {
        await browser.AddAsync("amr", SpokenTranscript.Conversation("amr"), "call.amr");
        var reader = new ReaderPage(page);
        await reader.OpenAsync("amr");
        await Expect(page.GetByText("The browser can’t play this media")).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => reader.Link("Download the media").ClickAsync());
        Assert.Equal("call.amr", download.SuggestedFilename);
        await reader.ClickWordAsync(2, "speaks");
        await reader.WaitForMarkAsync("now", "speaks"); // the transcript still works
    });

    [Fact]
    public Task Media_that_is_gone_is_said_to_be() => browser.WithPageAsync("reader-gone", async page =>
    {
        await browser.AddAsync("gone", SpokenTranscript.Conversation("gone"), "deleted.wav");
        var reader = new ReaderPage(page);
        await reader.OpenAsync("gone");
        await Expect(page.Locator("[data-player=trouble]")).ToContainTextAsync("There is no object s3://acme-media/deleted.wav any more.");
        await Expect(reader.TextOf(0)).ToHaveTextAsync("Sentence 0 speaks about apples and pears.");
    }, null, "404");

    private Task WithReaderAsync(string job, Func<ReaderPage, Task> test) => browser.WithPageAsync($"reader-{job}", async page =>
    {
        await browser.AddConversationAsync(job);
        var reader = new ReaderPage(page);
        await reader.OpenAsync(job);
        await test(reader);
    });
}
