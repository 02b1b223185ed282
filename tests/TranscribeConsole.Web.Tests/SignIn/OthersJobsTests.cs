using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Tests.Hosting;
using Tag = Amazon.TranscribeService.Model.Tag;

namespace TranscribeConsole.Web.Tests.SignIn;

/// <summary>Every address of a job, from the routing table: somebody else's private job answers as one that does not exist.</summary>
public sealed class OthersJobsTests(OwnedJobs console) : IClassFixture<OwnedJobs>
{
    [Fact]
    public async Task Whatever_is_asked_of_somebody_elses_job_is_answered_as_of_none()
    {
        using var ben = await console.OpenAsync(OwnedJobs.Other);
        var token = await TokenAsync(ben);
        var routes = console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("jobs/{", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count >= 10);

        foreach (var route in routes)
        {
            var isPage = route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
            foreach (var method in isPage ? ["GET"] : route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                var (theirs, none) = (await AskAsync(ben, route, method, OwnedJobs.Private, token, isPage), await AskAsync(ben, route, method, "nobodys", token, isPage));
                Assert.Equal((method, route.RoutePattern.RawText, HttpStatusCode.NotFound, none.Detail), (method, route.RoutePattern.RawText, theirs.Status, theirs.Detail));
                Assert.Equal(HttpStatusCode.NotFound, none.Status);
            }
        }
    }

    [Fact]
    public async Task Owner_has_all_of_it()
    {
        using var anna = await console.OpenAsync(OwnedJobs.Owner);
        foreach (var path in (string[])["", "/transcript", "/media", "/transcript.json", "/transcript.txt", "/transcript/reading?redacted=false"])
        {
            using var answer = await anna.GetAsync($"jobs/{OwnedJobs.Private}{path}");
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }

        using var page = await anna.GetAsync($"jobs/{OwnedJobs.Private}");
        Assert.Contains("Share with the team", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OwnedJobs.Owner, true)]
    [InlineData(OwnedJobs.Other, false)]
    [InlineData(SignInConsole.Administrator, true)]
    public async Task List_shows_what_is_theirs_to_see(string name, bool seesPrivate)
    {
        using var browser = await console.OpenAsync(name);
        using var page = await browser.GetAsync("jobs");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Contains(OwnedJobs.Team, html, StringComparison.Ordinal);
        Assert.Equal(seesPrivate, html.Contains(OwnedJobs.Private, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OwnedJobs.Owner, HttpStatusCode.NotFound)] // there is no such turn
    [InlineData(OwnedJobs.Other, HttpStatusCode.Forbidden)]
    [InlineData(SignInConsole.Administrator, HttpStatusCode.NotFound)]
    public async Task Job_of_the_team_is_corrected_by_its_owner_and_managers(string name, HttpStatusCode expected)
    {
        using var browser = await console.OpenAsync(name);
        using var body = JsonContent.Create(new { Turn = "no-turn", Text = "other words", Version = 0, Redacted = false });
        using var answer = await browser.SendAsync(HttpMethod.Put, $"jobs/{OwnedJobs.Team}/transcript/turns", body, token: await TokenAsync(browser));

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Forbidden) Assert.Equal("Only the owner of the job and managers may change it.", await answer.DetailAsync());
        using var page = await browser.GetAsync($"jobs/{OwnedJobs.Team}");
        Assert.Equal(expected != HttpStatusCode.Forbidden, (await page.Content.ReadAsStringAsync()).Contains("Make private", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OwnedJobs.Owner, true)]
    [InlineData(OwnedJobs.Other, false)]
    public async Task Archive_has_no_transcript_of_somebody_elses_job(string name, bool has)
    {
        using var browser = await console.OpenAsync(name);
        using var order = JsonContent.Create(new { Jobs = new[] { OwnedJobs.Private, OwnedJobs.Team }, Formats = new[] { "txt" } });
        using var ordered = await browser.SendAsync(HttpMethod.Post, "transcripts/archives", order, token: await TokenAsync(browser));
        var address = (await JsonDocument.ParseAsync(await ordered.Content.ReadAsStreamAsync())).RootElement.GetProperty("address").GetString();
        using var answer = await browser.GetAsync(address!, accept: "*/*");
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());

        Assert.Contains(archive.Entries, entry => entry.Name == $"{OwnedJobs.Team}.txt");
        Assert.Equal(has, archive.Entries.Any(entry => entry.Name == $"{OwnedJobs.Private}.txt"));
    }

    private static async Task<(HttpStatusCode Status, string? Detail)> AskAsync(ConsoleBrowser browser, RouteEndpoint route, string method, string job, string token, bool isPage)
    {
        var path = route.RoutePattern.RawText!.TrimStart('/').Replace("{jobName}", job, StringComparison.Ordinal).Replace("{Name}", job, StringComparison.Ordinal).Replace("{format}", "txt", StringComparison.Ordinal);
        if (path.EndsWith("/reading", StringComparison.Ordinal)) path += "?redacted=false";
        if (path.EndsWith("/alternatives", StringComparison.Ordinal)) path += "?turn=no-turn&word=0&redacted=false";
        using var body = method is "GET" or "HEAD" ? null : JsonContent.Create(new { Turn = "no-turn", Label = "spk_0", Name = "Ben", Text = "other words", Version = 0, Redacted = false });
        using var answer = await browser.SendAsync(new HttpMethod(method), path, body, isPage ? "text/html" : "application/json", token);
        var detail = isPage || method == "HEAD" ? null : (await answer.DetailAsync())?.Replace(job, "NAME", StringComparison.Ordinal);
        return (answer.StatusCode, detail);
    }

    private static async Task<string> TokenAsync(ConsoleBrowser browser)
    {
        using var answer = await browser.GetAsync("antiforgery", accept: "application/json");
        return (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync())).RootElement.GetProperty("token").GetString()!;
    }
}

/// <summary>A console with a private and a shared job of one person, created by another installation: their tags say whose they are.</summary>
public sealed class OwnedJobs : IAsyncLifetime
{
    public const string Owner = "Anna";
    public const string Other = "ben";
    public const string Private = "annas-own";
    public const string Team = "annas-shared";

    private const string Bucket = "media";

    private readonly SignInConsole _console = new();

    public IServiceProvider Services => _console.Services;

    public async Task InitializeAsync()
    {
        await _console.InitializeAsync();
        await _console.AddAsync(Owner, Role.Submitter);
        await _console.AddAsync(Other, Role.Submitter);
        var s3 = Services.GetRequiredService<IAmazonS3>();
        await s3.PutBucketAsync(Bucket);
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "silence.wav", InputStream = Samples.SilentWav() });
        foreach (var (name, visibility) in new[] { (Private, "private"), (Team, "team") }) await RunAsync(name, visibility);
    }

    public Task<ConsoleBrowser> OpenAsync(string name) => _console.OpenAsync(name);

    public ConsoleBrowser Open() => _console.Open();

    public Task AddAsync(string name, Role role) => _console.AddAsync(name, role);

    public Task DisposeAsync() => _console.DisposeAsync();

    /// <summary>A completed job of the owner.</summary>
    public async Task RunAsync(string name, string visibility)
    {
        var transcribe = Services.GetRequiredService<IAmazonTranscribeService>();
        await transcribe.StartTranscriptionJobAsync(new StartTranscriptionJobRequest
        {
            TranscriptionJobName = name,
            LanguageCode = "en-US",
            Media = new Media { MediaFileUri = $"s3://{Bucket}/silence.wav" },
            Tags = [new Tag { Key = "transcribeconsole:owner", Value = "anna" }, new Tag { Key = "transcribeconsole:visibility", Value = visibility }],
        });
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string? status;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
            status = (await transcribe.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = name }, limit.Token)).TranscriptionJob?.TranscriptionJobStatus?.Value;
        }
        while (status is not ("COMPLETED" or "FAILED"));
        Assert.Equal("COMPLETED", status);
    }
}
