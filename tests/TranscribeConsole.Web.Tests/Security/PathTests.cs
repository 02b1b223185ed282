using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

/// <summary>Names that are meant to lead out of where they are looked up, in every parameter of every address.</summary>
/// <param name="console">Without sign-in, whose pages and share links are not there.</param>
/// <param name="withSignIn">With it.</param>
public sealed class PathTests(RunningConsole console, SignInConsole withSignIn) : IClassFixture<RunningConsole>, IClassFixture<SignInConsole>
{
    [Theory]
    [InlineData("..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [InlineData("..%5c..%5cappsettings.json")]
    [InlineData("..%2fappsettings.json")]
    [InlineData("%252e%252e%252fappsettings.json")]
    [InlineData("..%c0%afappsettings.json")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("file:%2f%2f%2fetc%2fpasswd")]
    [InlineData("app.db%00.txt")]
    [InlineData("a%00b")]
    [InlineData("%2e%2e")]
    [InlineData("..;")]
    [InlineData("%0d%0aX-Injected:%20yes")]
    [InlineData("%ff%fe")]
    [InlineData("%")]
    [InlineData("%u002e%u002e")]
    public async Task Nothing_is_found_by_a_name_that_is_a_path(string name)
    {
        using var administrator = await withSignIn.OpenAsync(SignInConsole.Administrator);
        Assert.Empty(await FoundAsync(console.Services, console.Address, console.DataDirectory, name, "Cookie: none=none"));
        Assert.Empty(await FoundAsync(withSignIn.Services, withSignIn.Address, withSignIn.DataDirectory, name, $"Cookie: {administrator.CookieHeader}"));
    }

    private static async Task<List<string>> FoundAsync(IServiceProvider services, Uri address, string dataDirectory, string name, string cookies)
    {
        var wrong = new List<string>();
        foreach (var endpoint in Routes.Of(services).Where(endpoint => endpoint.TakesGet() && endpoint.RoutePattern.Parameters.Count > 0))
        {
            var answer = await RawConnection.GetAsync(address, endpoint.Path(name), cookies, endpoint.IsPage() ? "Accept: text/html" : "Accept: */*");
            // A page may ask for what it shows when it has come to life; nothing else has an answer.
            if (answer.Status is not (>= 300 and < 500) && !(endpoint.IsPage() && answer.Status == 200)) wrong.Add($"{endpoint.Name()}: {answer.Status}");
            if (answer.Body.Contains("root:", StringComparison.Ordinal) || answer.Body.Contains("\"Backend\"", StringComparison.Ordinal) || answer.Body.Contains("SQLite format", StringComparison.Ordinal)) wrong.Add($"{endpoint.Name()}: a file");
            if (answer.Headers.Any(header => header.StartsWith("X-Injected", StringComparison.OrdinalIgnoreCase))) wrong.Add($"{endpoint.Name()}: a header");
            if (answer.Body.Contains(dataDirectory, StringComparison.Ordinal)) wrong.Add($"{endpoint.Name()}: names the data directory");
        }

        return wrong;
    }

    [Theory]
    [InlineData("/../appsettings.json")]
    [InlineData("/js/../../appsettings.json")]
    [InlineData("/js/..%2f..%2fappsettings.json")]
    [InlineData("/js/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/js/..%5c..%5cappsettings.json")]
    [InlineData("/_content/TranscribeConsole.Components/..%2f..%2fappsettings.json")]
    [InlineData("/_framework/..%2f..%2fTranscribeConsole.Web.dll")]
    [InlineData("/appsettings.json")]
    [InlineData("/TranscribeConsole.Web.dll")]
    [InlineData("/.git/config")]
    [InlineData("/data/app.db")]
    public async Task No_file_is_served_but_those_that_are_meant_to_be(string target) =>
        Assert.Equal(404, (await RawConnection.GetAsync(console.Address, target, "Accept: */*")).Status);
}
