using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

/// <summary>What an administrator is told of what others did over HTTP.</summary>
public sealed class AuditTests(OwnedJobs console) : IClassFixture<OwnedJobs>
{
    [Fact]
    public async Task What_somebody_reads_plays_exports_and_changes_is_there_once_with_who_and_from_where()
    {
        using var anna = await console.OpenAsync(OwnedJobs.Owner);
        using var token = await anna.GetAsync("antiforgery", accept: "application/json");
        var antiforgery = (await JsonDocument.ParseAsync(await token.Content.ReadAsStreamAsync())).RootElement.GetProperty("token").GetString();
        foreach (var path in (string[])["", "", "/transcript", "/media", "/media", "/transcript.srt", "/transcript.json", "/transcript/reading?redacted=false"])
        {
            using var answer = await anna.GetAsync($"jobs/{OwnedJobs.Private}{path}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var order = JsonContent.Create(new { Jobs = new[] { OwnedJobs.Private, OwnedJobs.Team }, Formats = new[] { "txt" } });
        using var ordered = await anna.SendAsync(HttpMethod.Post, "transcripts/archives", order, token: antiforgery);
        using var archive = await anna.GetAsync((await ordered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("address").GetString()!, accept: "*/*");
        using var ben = await console.OpenAsync(OwnedJobs.Other);
        using var hidden = await ben.GetAsync($"jobs/{OwnedJobs.Private}");
        using var page = await ben.GetAsync("jobs");
        using var left = await ben.PostAsync("sign-out", ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-out"));

        var rows = await RowsAsync($"audit.csv?job={OwnedJobs.Private}");
        Assert.Equal(
            ["job.view", "media.play", "transcript.export json", "transcript.export srt", "transcript.export txt", "transcript.view"],
            rows.Select(row => $"{row[2]} {row[4]}".Trim()).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(("anna", "127.0.0.1"), (row[1], row[5])));
        Assert.Equal(["sign-in", "sign-out"], (await RowsAsync("audit.csv?person=Ben")).Where(row => row[2].StartsWith("sign-", StringComparison.Ordinal)).Select(row => row[2]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Table_for_a_spreadsheet_has_no_formula_and_says_itself_that_it_was_made()
    {
        await using (var database = await console.Services.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContextAsync())
        {
            database.AuditEntries.Add(new() { At = TimeProvider.System.GetUtcNow(), Person = "=cmd()", Action = "upload", Job = "formula", Detail = "a \"quoted\", thing", Address = "" });
            await database.SaveChangesAsync();
        }

        using var root = await console.OpenAsync(SignInConsole.Administrator);
        using var answer = await root.GetAsync("audit.csv?job=formula", accept: "*/*");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("time,person,action,job,detail,address\r\n", text, StringComparison.Ordinal);
        Assert.Contains(",'=cmd(),upload,formula,\"a \"\"quoted\"\", thing\",\r\n", text, StringComparison.Ordinal);
        Assert.Contains("attachment", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Contains(await RowsAsync("audit.csv?action=audit.export"), row => row[4] == "job formula");
    }

    [Theory]
    [InlineData("action=nothing", "Action must be one of")]
    [InlineData("from=yesterday", "From must be a day")]
    [InlineData("person=a%07b", "Person must not hold control characters.")]
    [InlineData("job=a%07b", "Job must not hold control characters.")]
    [InlineData("from=2026-02-02&to=2026-02-01", "To must not be before From.")]
    public async Task Filter_that_breaks_a_rule_is_refused_by_page_and_table(string filter, string sentence)
    {
        using var root = await console.OpenAsync(SignInConsole.Administrator);
        using var page = await root.GetAsync($"audit?{filter}");
        using var table = await root.GetAsync($"audit.csv?{filter}", accept: "application/json");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (page.StatusCode, table.StatusCode));
        Assert.Contains(sentence, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith(sentence, await table.DetailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_sign_in_nothing_is_recorded_unless_a_setting_says_so()
    {
        foreach (var (arguments, expected) in new (string[], bool)[] { ([], false), (["--Audit:WithoutSignIn=true"], true) })
        {
            var open = new RunningConsole(arguments);
            await open.InitializeAsync();
            await open.Services.GetRequiredService<AuditLog>().RecordAsync(AuditAction.JobDeleted, "call");
            using (var browser = new ConsoleBrowser(open.Address))
            {
                using var page = await browser.GetAsync("audit?job=call");
                Assert.Equal(expected, (await page.Content.ReadAsStringAsync()).Contains("href=\"jobs/call\"", StringComparison.Ordinal));
            }

            await open.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<string[]>> RowsAsync(string path)
    {
        using var root = await console.OpenAsync(SignInConsole.Administrator);
        using var answer = await root.GetAsync(path, accept: "*/*");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(','))];
    }
}
