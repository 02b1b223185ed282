using System.Net;
using System.Text.Json;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Tests.Hosting;
using TranscribeConsole.Web.Tests.SignIn;

namespace TranscribeConsole.Web.Tests.Sharing;

/// <summary>Share links as whoever has one meets them, over HTTP and without a session.</summary>
public sealed class SharedLinksTests(SharedJobs console) : IClassFixture<SharedJobs>
{
    private const string Nothing = "There is nothing here. The link may not be valid any more, or its password is asked for again: reload the page, or ask whoever sent it.";

    [Fact]
    public async Task Link_without_export_reads_and_plays()
    {
        using var guest = console.Open();
        var answers = await SharedJobs.AskAllAsync(guest, await console.LinkAsync());

        Assert.Equal(["transcript/reading?redacted=false", "media"], answers.Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => answer.Path));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal((HttpStatusCode.NotFound, Nothing), (answer.Status, answer.Detail)));
    }

    [Fact]
    public async Task Link_with_export_gives_files_too_but_not_the_services_own()
    {
        using var guest = console.Open();
        var token = await console.LinkAsync(export: true);
        var answers = await SharedJobs.AskAllAsync(guest, token);

        Assert.Equal(
            ["transcript/reading?redacted=false", "media", "media?download", "transcript.txt", "transcript.srt"],
            answers.Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => answer.Path));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal((HttpStatusCode.NotFound, Nothing), (answer.Status, answer.Detail)));
        using var recognised = await guest.GetAsync($"shared/{token}/transcript.txt?corrected=false", accept: "*/*");
        Assert.Equal(HttpStatusCode.NotFound, recognised.StatusCode); // what somebody corrected is not told
        using var html = await guest.GetAsync($"shared/{token}/transcript.html", accept: "*/*");
        Assert.DoesNotContain("s3://", await html.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var wrong = await guest.GetAsync($"shared/{token}/transcript.txt?timestamps=always", accept: "*/*");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Link_to_the_redacted_transcript_alone_gives_neither_the_other_nor_media()
    {
        using var guest = console.Open();
        var answers = await SharedJobs.AskAllAsync(guest, await console.LinkAsync(export: true, redacted: true)); // of a job that has none
        Assert.All(answers, answer => Assert.Equal((answer.Path, HttpStatusCode.NotFound, Nothing), (answer.Path, answer.Status, answer.Detail)));
    }

    [Fact]
    public async Task Page_is_the_reading_page_without_console_circuit_or_what_the_link_does_not_allow()
    {
        using var guest = console.Open();
        var token = await console.LinkAsync();
        using var page = await guest.GetAsync($"shared/{token}");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains($"data-address=\"shared/{token}/transcript\"", html, StringComparison.Ordinal);
        Assert.Contains("data-read-only=\"true\"", html, StringComparison.Ordinal);
        Assert.All((string[])["blazor.web.js", "<nav", "href=\"jobs", "data-part=\"download\"", "data-tab=\"subtitles\"", "s3://", "<track"], part => Assert.DoesNotContain(part, html, StringComparison.Ordinal));
        using var exporting = await guest.GetAsync($"shared/{await console.LinkAsync(export: true)}");
        Assert.Contains("data-part=\"download\"", await exporting.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("revoked")]
    [InlineData("disabled")]
    [InlineData("demoted")]
    [InlineData("replaced")]
    [InlineData("changed")]
    public async Task Link_that_is_not_good_is_answered_as_one_that_never_was(string how)
    {
        using var guest = console.Open();
        var maker = $"maker-{how}";
        await console.AddAsync(maker);
        var token = await console.LinkAsync(maker, export: true);
        using (var page = await guest.GetAsync($"shared/{token}")) Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var now = TimeProvider.System.GetUtcNow();
        await console.ChangeAsync(token, (database, link) =>
        {
            var account = database.Accounts.Single(account => account.Id == link.CreatedBy);
            if (how == "expired") database.Entry(link).Property(l => l.Expires).CurrentValue = now;
            if (how == "revoked") link.Revoked = now;
            if (how == "disabled") account.Disabled = true;
            if (how == "demoted") account.Role = "Submitter"; // sees the private job no more
            if (how == "replaced") database.Entry(link).Property(l => l.JobCreated).CurrentValue = link.JobCreated.AddMilliseconds(-1);
        });
        if (how == "changed") token = string.Concat(token.Select(c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c)));

        var (none, theirs) = (AccountToken.Create(), await SharedJobs.AskAllAsync(guest, token));
        Assert.Equal(await SharedJobs.AskAllAsync(guest, none), theirs);
        Assert.All(theirs, answer => Assert.Equal((HttpStatusCode.NotFound, Nothing), (answer.Status, answer.Detail)));
        using var refused = await guest.GetAsync($"shared/{token}");
        using var unknown = await guest.GetAsync($"shared/{none}");
        var html = await refused.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, unknown.StatusCode));
        Assert.Equal(Body(await unknown.Content.ReadAsStringAsync()), Body(html));
        Assert.Contains("This link is not valid", html, StringComparison.Ordinal);
    }

    // Behind it is what the framework encrypts anew for every page.
    private static string Body(string html) => html[..(html.IndexOf("</main>", StringComparison.Ordinal) + 1)];

    [Fact]
    public async Task Link_to_a_deleted_job_opens_nothing_and_is_gone()
    {
        const string job = "soon-deleted";
        await console.RunAsync(job);
        var token = await console.LinkAsync(job: job);
        using var guest = console.Open();
        using (var page = await guest.GetAsync($"shared/{token}")) Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await console.Services.GetRequiredService<IAmazonTranscribeService>().DeleteTranscriptionJobAsync(new DeleteTranscriptionJobRequest { TranscriptionJobName = job });
        using var gone = await guest.GetAsync($"shared/{token}");

        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.All(await SharedJobs.AskAllAsync(guest, token), answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
    }

    [Fact]
    public async Task Whoever_has_signed_in_may_by_a_link_only_what_the_link_says()
    {
        using var root = await console.OpenAsync(SignInConsole.Administrator);
        var token = await console.LinkAsync();
        using var page = await root.GetAsync($"shared/{token}");
        var html = await page.Content.ReadAsStringAsync();

        Assert.All((string[])["blazor.web.js", "<nav", "add-word"], part => Assert.DoesNotContain(part, html, StringComparison.Ordinal));
        Assert.Equal(2, (await SharedJobs.AskAllAsync(root, token)).Count(answer => answer.Status == HttpStatusCode.OK));
        using var other = await root.GetAsync($"shared/{token}/transcript/reading?redacted=false&jobName={OwnedJobs.Team}", accept: "*/*");
        Assert.Equal(OwnedJobs.Private, (await JsonDocument.ParseAsync(await other.Content.ReadAsStreamAsync())).RootElement.GetProperty("transcript").GetProperty("job").GetString());
    }

    [Fact]
    public async Task Openings_are_counted_and_everything_is_recorded_with_the_link_and_the_address()
    {
        using var guest = console.Open();
        var token = await console.LinkAsync(export: true);
        for (var i = 0; i < 2; i++) using (await guest.GetAsync($"shared/{token}")) { }
        await SharedJobs.AskAllAsync(guest, token);
        await SharedJobs.AskAllAsync(guest, token);
        var stored = await console.StoredAsync(token);

        Assert.Equal((2, true), (stored.Opened, stored.LastOpened is not null));
        var audit = await console.AuditAsync(token, expected: 8);
        Assert.Equal(
            ["link.open", "link.open", "media.play", "transcript.export srt", "transcript.export srt", "transcript.export txt", "transcript.export txt", "transcript.view"],
            audit.Select(entry => entry.Action == "transcript.export" ? $"{entry.Action} {entry.Detail}" : entry.Action).Order(StringComparer.Ordinal));
        Assert.All(audit, entry => Assert.Equal((OwnedJobs.Private, "127.0.0.1"), (entry.Job, entry.Address)));
        Assert.All(audit, entry => Assert.DoesNotContain(token, entry.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_answer_below_a_link_goes_into_a_cache_a_search_engine_or_another_sites_log()
    {
        using var guest = console.Open();
        var token = await console.LinkAsync(export: true);
        foreach (var path in (string[])["", "/media", "/transcript.txt", "/transcript/reading?redacted=false", "/transcript/reading", "/no-such", "x", "x/media"])
        {
            using var answer = await guest.GetAsync($"shared/{token}{path}");
            Assert.Equal((path, "no-referrer", "noindex, nofollow", "no-store"),
                (path, answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Robots-Tag").Single(), answer.Headers.CacheControl?.ToString()));
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        }
    }
}
