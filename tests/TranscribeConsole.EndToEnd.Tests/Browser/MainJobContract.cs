using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>From a file in the browser to a transcript on screen and on disk, whatever the backend.</summary>
public abstract class MainJobContract(BrowserFixture browser)
{
    protected BrowserFixture Browser { get; } = browser;

    [Fact]
    public Task A_recorded_voice_becomes_a_transcript_to_read_and_download() => Browser.WithPageAsync(nameof(A_recorded_voice_becomes_a_transcript_to_read_and_download), async page =>
    {
        var details = await TranscribeAsync(page, "recorded", Samples.Recorded);

        await Expect(details.Preview).ToContainTextAsync("young man");
        var (textName, text) = await details.DownloadAsync("Download text");
        Assert.Equal("recorded.txt", textName);
        Assert.Contains("young man", text, StringComparison.Ordinal);
        var (jsonName, json) = await details.DownloadAsync("Download transcript");
        Assert.Equal("recorded.json", jsonName);
        using var document = JsonDocument.Parse(json);
        Assert.Equal("COMPLETED", document.RootElement.GetProperty("status").GetString());
        Assert.Contains("young man", document.RootElement.GetProperty("results").GetProperty("transcripts")[0].GetProperty("transcript").GetString(), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_spoken_sentence_comes_out_word_by_word_with_subtitles() => Browser.WithPageAsync(nameof(A_spoken_sentence_comes_out_word_by_word_with_subtitles), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.ChooseAsync("spoken", await Browser.Samples.SpokenAsync());
        await page.GetByLabel("SRT (SubRip)").CheckAsync();
        await page.GetByLabel("VTT (WebVTT)").CheckAsync();
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        var details = await CompletedAsync(page, "spoken");

        await Expect(details.Preview).ToContainTextAsync("The weather is warm");
        await Expect(details.Preview).ToContainTextAsync("flowers");
        var (_, srt) = await details.DownloadAsync("Download SRT");
        Assert.StartsWith("0\n00:00:00,", srt, StringComparison.Ordinal);
        var (_, vtt) = await details.DownloadAsync("Download VTT");
        Assert.StartsWith("WEBVTT\n\n0\n00:00:00.", vtt, StringComparison.Ordinal);
    });

    [Fact]
    public Task The_sound_track_of_a_film_is_transcribed() => Browser.WithPageAsync(nameof(The_sound_track_of_a_film_is_transcribed), async page =>
    {
        var details = await TranscribeAsync(page, "film", await Browser.Samples.VideoAsync());

        await Expect(details.Preview).ToContainTextAsync("garden");
        await Expect(details.Details).ToContainTextAsync("mp4");
    });

    [Fact]
    public Task Output_to_an_own_bucket_lies_there_and_is_shown_with_its_link() => Browser.WithPageAsync(nameof(Output_to_an_own_bucket_lies_there_and_is_shown_with_its_link), async page =>
    {
        using var s3 = Browser.Console.CreateS3();
        await s3.PutBucketAsync("own-texts");
        var wizard = new CreateJobPage(page);
        await wizard.ChooseAsync("own", await Browser.Samples.SpokenAsync("own.wav"));
        await wizard.CustomerBucket.CheckAsync();
        await wizard.OutputUri.FillAsync("s3://own-texts/letters/");
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        var details = await CompletedAsync(page, "own");

        await Expect(details.Preview).ToContainTextAsync("s3://own-texts/letters/own.json");
        await Expect(details.Link("S3 Bucket")).ToBeVisibleAsync();
        await Expect(details.Preview).ToContainTextAsync("garden");
        using var stored = await s3.GetObjectAsync("own-texts", "letters/own.json");
        using var reader = new StreamReader(stored.ResponseStream);
        Assert.Contains("garden", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Media_that_is_none_fails_with_a_reason_that_people_understand() => Browser.WithPageAsync(nameof(Media_that_is_none_fails_with_a_reason_that_people_understand), async page =>
    {
        await CreateAsync(page, "no-media", Browser.Samples.Text("letter.mp3", "Dear Sir or Madam, this is no music."));
        await new JobListPage(page).ShowsAsync("no-media", "Failed");
        await page.GetByRole(AriaRole.Link, new() { Name = "no-media", Exact = true }).ClickAsync();
        var details = new JobDetailsPage(page);

        await Expect(details.Preview).ToContainTextAsync("media file isn't valid");
        await Expect(details.Details).ToContainTextAsync("Failed");
    });

    [Fact]
    public Task A_film_without_sound_fails_with_its_own_reason() => Browser.WithPageAsync(nameof(A_film_without_sound_fails_with_its_own_reason), async page =>
    {
        await CreateAsync(page, "silent-film", await Browser.Samples.SilentFilmAsync());
        await new JobListPage(page).ShowsAsync("silent-film", "Failed");
        await page.GetByRole(AriaRole.Link, new() { Name = "silent-film", Exact = true }).ClickAsync();

        await Expect(new JobDetailsPage(page).Preview).ToContainTextAsync("audio");
    });

    [Fact]
    public Task The_list_and_the_tab_tell_of_the_end_without_a_reload() => Browser.WithPageAsync(nameof(The_list_and_the_tab_tell_of_the_end_without_a_reload), async page =>
    {
        await CreateAsync(page, "watched", Samples.Recorded);
        await page.EvaluateAsync("() => { window.notReloaded = true; }");
        await new JobListPage(page).ShowsAsync("watched", "Complete");

        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("watched"));
        Assert.True(await page.EvaluateAsync<bool>("() => window.notReloaded === true"));
    });

    [Fact]
    public Task A_details_page_that_is_open_turns_into_the_transcript_by_itself() => Browser.WithPageAsync(nameof(A_details_page_that_is_open_turns_into_the_transcript_by_itself), async page =>
    {
        await CreateAsync(page, "open", Samples.Recorded);
        var details = new JobDetailsPage(page);
        await details.OpenAsync("open");

        await details.CompletedAsync();
        await Expect(details.Preview).ToContainTextAsync("young man");
    });

    [Fact]
    public Task Deleting_a_job_asks_first_and_leads_back_to_the_list() => Browser.WithPageAsync(nameof(Deleting_a_job_asks_first_and_leads_back_to_the_list), async page =>
    {
        var details = await TranscribeAsync(page, "unwanted", Samples.Recorded);
        await details.Button("Delete").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await Expect(new JobListPage(page).Row("unwanted")).ToHaveCountAsync(0);
    });

    private static async Task CreateAsync(IPage page, string name, string file)
    {
        var wizard = new CreateJobPage(page);
        await wizard.ChooseAsync(name, file);
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
    }

    private protected static async Task<JobDetailsPage> TranscribeAsync(IPage page, string name, string file)
    {
        await CreateAsync(page, name, file);
        return await CompletedAsync(page, name);
    }

    private static async Task<JobDetailsPage> CompletedAsync(IPage page, string name)
    {
        await new JobListPage(page).ShowsAsync(name, "Complete");
        await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        return new JobDetailsPage(page);
    }
}
