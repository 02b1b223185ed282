using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

public sealed class LimitsTests : IAsyncLifetime
{
    private const int SignIns = 8;

    private readonly SignInConsole _console = new("--Limits:SignInsPerMinute=8", "--Limits:RequestsPerMinute=60", "--Limits:UploadBytesPerDay=1000");

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    [Fact]
    public async Task Guesses_beyond_the_limit_are_not_looked_at_and_a_page_says_how_long()
    {
        using var browser = _console.Open();
        using var page = await browser.GetAsync("sign-in");
        var hidden = ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-in");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3 * SignIns).Select(n => browser.PostAsync("sign-in", hidden, ("SignInName", $"nobody{n}"), ("Password", "some wrong password"))));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(refused.Count, SignIns, 2 * SignIns); // a minute may have ended between them
        Assert.InRange(refused[0].Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Too many requests", await refused[0].Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All(answers.Except(refused), answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Passwords_of_share_links_are_guesses_too()
    {
        using var browser = _console.Open();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3 * SignIns).Select(n => browser.PostAsync("shared/none", [], ("Password", $"some wrong password {n}"))));

        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests), SignIns, 2 * SignIns); // a minute may have ended between them
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Requests_beyond_the_limit_of_a_person_are_refused_in_words_for_scripts_and_others_go_on()
    {
        await _console.AddAsync("busy", Role.Reader);
        using var busy = await _console.OpenAsync("busy");
        using var other = await _console.OpenAsync(SignInConsole.Administrator);
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 200 && refused is null; i++)
        {
            var answer = await busy.GetAsync("antiforgery", accept: "application/json");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) refused = answer;
            else answer.Dispose();
        }

        Assert.NotNull(refused);
        Assert.StartsWith("Too many requests. Try again in", await refused.DetailAsync(), StringComparison.Ordinal);
        refused.Dispose();
        using var goesOn = await other.GetAsync("antiforgery", accept: "application/json");
        using var asset = await busy.GetAsync("favicon.svg", accept: "*/*");
        using var health = await busy.GetAsync("health/live", accept: "*/*");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (goesOn.StatusCode, asset.StatusCode, health.StatusCode));
    }

    [Fact]
    public async Task Upload_beyond_the_limit_of_the_day_is_refused_before_it_begins()
    {
        await _console.AddAsync("uploader", Role.Submitter);
        using var browser = await _console.OpenAsync("uploader");
        using var told = await browser.GetAsync("antiforgery", accept: "application/json");
        var token = (await told.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        Assert.Equal(HttpStatusCode.BadRequest, await BeginAsync("notes.txt", 900)); // no media: given back
        Assert.Equal(HttpStatusCode.OK, await BeginAsync("call.wav", 900));
        Assert.Equal(HttpStatusCode.Conflict, await BeginAsync("call.wav", 101));
        Assert.Equal(HttpStatusCode.OK, await BeginAsync("call.wav", 100));

        async Task<HttpStatusCode> BeginAsync(string fileName, long size)
        {
            using var file = JsonContent.Create(new { fileName, size });
            using var answer = await browser.SendAsync(HttpMethod.Post, "uploads", file, token: token);
            if (answer.StatusCode == HttpStatusCode.Conflict) Assert.StartsWith("You may upload 1,000 bytes a day and have used 900", await answer.DetailAsync(), StringComparison.Ordinal);
            return answer.StatusCode;
        }
    }
}
