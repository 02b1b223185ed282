using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

/// <summary>
/// Every endpoint and page of the application, from its routing table, as nobody and as each role. One that is not in the table fails:
/// whoever adds it says here who may have it.
/// </summary>
public abstract class WalkContract(ISignInConsole console)
{
    private enum Who
    {
        Everybody,
        Reader,
        Submitter,
        Manager,
        Administrator,
    }

    private static readonly Dictionary<string, Who> Table = new(StringComparer.Ordinal)
    {
        ["page /sign-in"] = Who.Everybody,
        ["page /sign-in-failed"] = Who.Everybody,
        ["page /signed-out"] = Who.Everybody,
        ["page /setup/{Token}"] = Who.Everybody,
        ["page /invitation/{Token}"] = Who.Everybody,
        ["page /new-password/{Token}"] = Who.Everybody,
        ["page /shared/{Token}"] = Who.Everybody,
        ["page /error"] = Who.Everybody,
        ["page /not-found"] = Who.Everybody,
        ["page /"] = Who.Reader,
        ["page /account"] = Who.Reader,
        ["page /jobs"] = Who.Reader,
        ["page /jobs/{Name}"] = Who.Reader,
        ["page /jobs/{Name}/transcript"] = Who.Reader,
        ["page /help/recogniser"] = Who.Reader,
        ["page /custom-vocabulary"] = Who.Reader,
        ["page /custom-vocabulary/{Name}"] = Who.Reader,
        ["page /vocabulary-filtering"] = Who.Reader,
        ["page /vocabulary-filtering/{Name}"] = Who.Reader,
        ["page /custom-language-model"] = Who.Reader,
        ["page /custom-language-model/{Name}"] = Who.Reader,
        ["page /shares"] = Who.Submitter,
        ["page /create-job"] = Who.Submitter,
        ["page /create-job/configure"] = Who.Submitter,
        ["page /create-job/jobs"] = Who.Submitter,
        ["page /create-vocabulary"] = Who.Manager,
        ["page /custom-vocabulary/{Name}/edit"] = Who.Manager,
        ["page /create-vocabulary-filter"] = Who.Manager,
        ["page /vocabulary-filtering/{Name}/edit"] = Who.Manager,
        ["page /train-model"] = Who.Manager,
        ["page /objects"] = Who.Manager,
        ["page /object"] = Who.Manager,
        ["page /status"] = Who.Administrator,
        ["page /accounts"] = Who.Administrator,
        ["page /audit"] = Who.Administrator,
        ["GET /audit.csv"] = Who.Administrator,

        ["* /health/live"] = Who.Everybody,
        ["* /health/ready"] = Who.Everybody,
        ["POST /sign-out"] = Who.Everybody,
        ["GET /antiforgery"] = Who.Reader,
        ["GET /js/transcript-reader.js"] = Who.Everybody,
        ["GET /shared/{token}/transcript/reading"] = Who.Everybody,
        ["GET,HEAD /shared/{token}/media"] = Who.Everybody,
        ["GET,HEAD /shared/{token}/transcript.{format}"] = Who.Everybody,
        ["GET,HEAD /jobs/{jobName}/media"] = Who.Reader,
        ["GET,HEAD /jobs/{jobName}/transcript.{format}"] = Who.Reader,
        ["GET,HEAD /jobs/{jobName}/redacted-transcript.json"] = Who.Reader,
        ["GET /jobs/{jobName}/transcript/reading"] = Who.Reader,
        ["GET /jobs/{jobName}/transcript/alternatives"] = Who.Reader,
        ["POST /transcripts/archives"] = Who.Reader,
        ["GET /transcripts/archives/{id}"] = Who.Reader,
        ["GET /custom-vocabulary/{name}/download"] = Who.Reader,
        ["GET /vocabulary-filtering/{name}/download"] = Who.Reader,
        ["POST /uploads/"] = Who.Submitter,
        ["PUT /uploads/{token}/parts/{number:int}"] = Who.Submitter,
        ["POST /uploads/{token}/complete"] = Who.Submitter,
        ["DELETE /uploads/{token}"] = Who.Submitter,
        ["PUT /jobs/{jobName}/transcript/turns"] = Who.Submitter,
        ["POST /jobs/{jobName}/transcript/turns/undo"] = Who.Submitter,
        ["PUT /jobs/{jobName}/transcript/speakers"] = Who.Submitter,
        ["POST /word-lists/"] = Who.Manager,
        ["GET /word-lists/{id}"] = Who.Manager,
        ["GET /object/download"] = Who.Manager,
        ["HEAD /object/download"] = Who.Manager,

        // Files that were built but not published.
        ["GET,HEAD /{**path:file}"] = Who.Reader,

        // Blazor's own.
        ["* /_blazor"] = Who.Reader,
        ["* /_blazor/negotiate"] = Who.Reader,
        ["* /_blazor/disconnect/"] = Who.Reader,
        ["* /_blazor/initializers/"] = Who.Reader,
        ["GET /_framework/opaque-redirect"] = Who.Reader,
    };

    private IReadOnlyList<RouteEndpoint> All => [.. console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    protected IReadOnlyList<RouteEndpoint> Own => [.. All.Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)];

    [Fact]
    public void Every_endpoint_and_page_has_its_entry_and_every_entry_its_endpoint()
    {
        var there = Own.Select(KeyOf).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Table.Keys.Order(StringComparer.Ordinal), there);
    }

    [Fact]
    public void Static_files_are_open_and_nothing_else_that_is_not_in_the_table()
    {
        Assert.All(All.Except(Own), endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<IAllowAnonymous>()));
        Assert.All(Own, endpoint => Assert.Equal(Table[KeyOf(endpoint)] == Who.Everybody, endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Submitter)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public async Task Each_gets_what_the_table_says(Role? role)
    {
        if (role is { } needed) await console.AddAsync($"walk-{needed}", needed);
        using var browser = role is null ? console.Open() : await console.OpenAsync($"walk-{role}");
        var wrong = new List<string>();
        foreach (var endpoint in Own)
        {
            foreach (var method in MethodsOf(endpoint))
            {
                using var answer = await browser.SendAsync(new HttpMethod(method), PathOf(endpoint), accept: IsPage(endpoint) && method == "GET" ? "text/html" : "application/json");
                var expected = Expected(Table[KeyOf(endpoint)], role, IsPage(endpoint) && method == "GET");
                var got = answer.StatusCode switch
                {
                    HttpStatusCode.Redirect when browser.LeadsTo(answer)!.StartsWith("/sign-in?return=", StringComparison.Ordinal) => "sign-in",
                    HttpStatusCode.Unauthorized => "401",
                    HttpStatusCode.Forbidden => "403",
                    >= HttpStatusCode.InternalServerError => "broken",
                    _ => "let in",
                };
                if (got != expected) wrong.Add($"{method} {KeyOf(endpoint)}: {got} ({(int)answer.StatusCode}), expected {expected}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Page_that_needs_another_role_says_which()
    {
        await console.AddAsync("curious", Role.Reader);
        using var browser = await console.OpenAsync("curious");
        using var page = await browser.GetAsync("create-job");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("This page needs the role Submitter.", html, StringComparison.Ordinal);
        using var upload = await browser.SendAsync(HttpMethod.Post, "uploads");
        Assert.Equal("This needs the role Submitter.", await upload.DetailAsync());
    }

    [Theory]
    [InlineData(Role.Reader, false, false)]
    [InlineData(Role.Submitter, true, false)]
    [InlineData(Role.Administrator, true, true)]
    public async Task Pages_offer_what_the_role_may_do(Role role, bool creates, bool manages)
    {
        await console.AddAsync($"offer-{role}", role);
        using var browser = await console.OpenAsync($"offer-{role}");
        Assert.Equal(creates, (await TextAsync("jobs")).Contains("create-job", StringComparison.Ordinal));
        Assert.Equal(manages, (await TextAsync("custom-vocabulary")).Contains("create-vocabulary", StringComparison.Ordinal));
        Assert.Equal(manages, (await TextAsync("jobs")).Contains("href=\"accounts\"", StringComparison.Ordinal));

        async Task<string> TextAsync(string path)
        {
            using var page = await browser.GetAsync(path);
            return await page.Content.ReadAsStringAsync();
        }
    }

    private static string Expected(Who needed, Role? role, bool isPage) =>
        needed == Who.Everybody ? "let in"
        : role is null ? isPage ? "sign-in" : "401"
        : needed.ToString() is var name && role >= Enum.Parse<Role>(name) ? "let in" : "403";

    protected static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    protected static string KeyOf(RouteEndpoint endpoint)
    {
        var route = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";
        return IsPage(endpoint) ? $"page {route}" : $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Order(StringComparer.Ordinal).ToArray() ?? ["*"])} {route}";
    }

    protected static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        IsPage(endpoint) ? ["GET", "POST"] : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];

    protected static string PathOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/')
        .Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{format}", "txt", StringComparison.Ordinal)
        .Replace("{jobName}", "none", StringComparison.Ordinal).Replace("{Name}", "none", StringComparison.Ordinal).Replace("{name}", "none", StringComparison.Ordinal)
        .Replace("{token}", "none", StringComparison.Ordinal).Replace("{Token}", "none", StringComparison.Ordinal).Replace("{id}", "none", StringComparison.Ordinal).Replace("{**path:file}", "none.txt", StringComparison.Ordinal);
}
