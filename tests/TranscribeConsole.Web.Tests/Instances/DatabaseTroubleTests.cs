using System.Net;
using Microsoft.Data.Sqlite;
using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Instances;

/// <summary>A database that can't be used for a while: who asks is told what is wrong, administrators what to do, and afterwards all is as before.</summary>
public sealed class DatabaseTroubleTests
{
    private const string Advice = "Another process holds app.db in App:DataDirectory";

    [Fact]
    public async Task PostgreSQL_that_goes_away_is_told_and_the_console_goes_on_when_it_is_back()
    {
        using var cluster = new PostgresCluster();
        var console = new SignInConsole("--Database:Provider=Postgres", $"--Database:ConnectionString={cluster.NewDatabase()}");
        await console.InitializeAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var browser = await console.OpenAsync(SignInConsole.Administrator);
        using var visitor = console.Open();
        using var signIn = await visitor.GetAsync("sign-in");
        var hidden = ConsoleBrowser.Hidden(await signIn.Content.ReadAsStringAsync(), "sign-in");
        var token = await TokenAsync(browser);
        cluster.Stop();
        await UntilAsync(browser, HttpStatusCode.ServiceUnavailable, limit.Token); // for three seconds it is remembered who is signed in

        using (var page = await browser.GetAsync("jobs")) AssertTold(await page.Content.ReadAsStringAsync());
        using (var script = await browser.GetAsync("jobs/any/transcript.json", "application/json"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, script.StatusCode);
            Assert.StartsWith("The console's database does not answer.", await script.DetailAsync(), StringComparison.Ordinal);
        }

        using (var refused = await visitor.PostAsync("sign-in", hidden, ("SignInName", SignInConsole.Administrator), ("Password", SignInConsole.Password)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            AssertTold(await refused.Content.ReadAsStringAsync());
        }

        using (var notOut = await browser.SendAsync(HttpMethod.Post, "sign-out", token: token)) Assert.Equal(HttpStatusCode.ServiceUnavailable, notOut.StatusCode);
        foreach (var path in (string[])["_content/TranscribeConsole.Components/console.css", "health/live"])
        {
            using var answer = await browser.GetAsync(path, "*/*"); // the page has its looks, although it comes with a cookie
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }

        Assert.Contains("PostgreSQL can't be used; as soon as it can, the console goes on by itself.", await CheckAsync(browser), StringComparison.Ordinal);

        cluster.Start();
        await UntilAsync(browser, HttpStatusCode.OK, limit.Token);
        while (await CheckAsync(browser) != "The database answers.") await Task.Delay(500, limit.Token); // an answer is given again for ten seconds
        using (await console.OpenAsync(SignInConsole.Administrator))
        {
            await console.DisposeAsync();
        }
    }

    [Fact]
    public async Task File_that_another_process_holds_is_told_and_what_was_asked_for_is_not_half_done()
    {
        var console = new SignInConsole();
        await console.InitializeAsync();
        await console.AddAsync("rita", Role.Reader);
        using var root = await console.OpenAsync(SignInConsole.Administrator);
        using var rita = await console.OpenAsync("rita");
        using (var other = new SqliteConnection($"Data Source={Path.Combine(console.DataDirectory, "app.db")};Pooling=False"))
        {
            other.Open();
            Execute(other, "BEGIN IMMEDIATE");
            var (forRoot, forRita, check) = (root.PostAsync("account", "rename", ("DisplayName", "Renamed")), rita.PostAsync("account", "rename", ("DisplayName", "Renamed")), CheckAsync(root));
            using var detailed = await forRoot;
            using var brief = await forRita;

            Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (detailed.StatusCode, brief.StatusCode));
            var (toRoot, toRita) = (await detailed.Content.ReadAsStringAsync(), await brief.Content.ReadAsStringAsync());
            Assert.All([toRoot, toRita], html => Assert.Contains("database is busy. This was not done.", html, StringComparison.Ordinal));
            Assert.Contains(Advice, toRoot, StringComparison.Ordinal);
            Assert.DoesNotContain("app.db", toRita, StringComparison.Ordinal);
            using var jobs = await rita.GetAsync("jobs"); // what is only read goes on
            Assert.Equal(HttpStatusCode.OK, jobs.StatusCode);
            Assert.StartsWith(Advice, await check, StringComparison.Ordinal);
            Execute(other, "ROLLBACK");
        }

        using (var page = await rita.GetAsync("account")) Assert.DoesNotContain("Renamed", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var again = await rita.PostAsync("account", "rename", ("DisplayName", "Renamed"))) Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        using (var page = await rita.GetAsync("account")) Assert.Contains("Renamed", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await console.DisposeAsync();
    }

    private static void AssertTold(string html)
    {
        Assert.Contains("database does not answer. What you just did may not have been saved", html, StringComparison.Ordinal);
        Assert.Contains("/health/ready", html, StringComparison.Ordinal);
        Assert.DoesNotContain("PostgreSQL", html, StringComparison.Ordinal); // nobody is known to be an administrator
    }

    private static async Task<string> CheckAsync(ConsoleBrowser browser)
    {
        using var ready = await browser.GetAsync("health/ready", "*/*");
        return (await ready.JsonAsync()).GetProperty("checks").GetProperty("database").GetProperty("description").GetString()!;
    }

    private static async Task<string> TokenAsync(ConsoleBrowser browser)
    {
        using var answer = await browser.GetAsync("antiforgery", "*/*");
        return (await answer.JsonAsync()).GetProperty("token").GetString()!;
    }

    private static async Task UntilAsync(ConsoleBrowser browser, HttpStatusCode expected, CancellationToken limit)
    {
        while (true)
        {
            using var answer = await browser.GetAsync("jobs");
            if (answer.StatusCode == expected) return;
            await Task.Delay(100, limit);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
