using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

/// <summary>Requests that are larger than anything has a use for, over a socket: of an HTTP client they would not go out.</summary>
/// <param name="console">Without sign-in, whose pages and share links are not there.</param>
/// <param name="withSignIn">With it.</param>
public sealed class OversizedTests(RunningConsole console, SignInConsole withSignIn) : IClassFixture<RunningConsole>, IClassFixture<SignInConsole>
{
    private const int Piece = 64 << 10;

    [Theory]
    [InlineData("/custom-vocabulary/{long}", "", 414)]
    [InlineData("/jobs?status={long}", "", 414)]
    [InlineData("/jobs", "X-Long: {long}{long}{long}{long}\r\n", 431)]
    [InlineData("/jobs", "Cookie: a={long}{long}{long}{long}\r\n", 431)]
    [InlineData("/jobs", "{many}", 431)]
    public async Task Address_or_headers_that_are_too_long_are_refused(string target, string headers, int status)
    {
        using var connection = await RawConnection.OpenAsync(console.Address);
        await connection.WriteAsync($"GET {Fill(target)} HTTP/1.1\r\nHost: {console.Address.Authority}\r\n{Fill(headers)}\r\n");
        Assert.Equal(status, (await connection.ReadAsync()).Status);

        static string Fill(string text) => text.Replace("{long}", new string('a', 9_000), StringComparison.Ordinal)
            .Replace("{many}", string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: a\r\n")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_that_says_that_it_is_too_large_is_refused_everywhere_before_it_is_read()
    {
        await EachAsync(async (address, headers, endpoint, method) =>
        {
            using var connection = await RawConnection.OpenAsync(address);
            // Not a byte of it follows: the answer does not wait for one.
            await connection.WriteAsync(connection.Head(method, endpoint.Path("none"), [.. headers, $"Content-Length: {LimitOf(endpoint) + 1}"]));
            var answer = await connection.ReadAsync();
            return (answer.Status, answer.Status == 413);
        });
    }

    [Theory]
    [InlineData("application/json", "{\"x\":\"", "\"}")]
    [InlineData("application/x-www-form-urlencoded", "a=", "")]
    [InlineData("text/plain", "", "")]
    public async Task Body_without_end_is_cut_everywhere(string contentType, string start, string end)
    {
        await EachAsync(async (address, headers, endpoint, method) =>
        {
            using var connection = await RawConnection.OpenAsync(address);
            await connection.WriteAsync(connection.Head(method, endpoint.Path("none"), [.. headers, $"Content-Type: {contentType}", "Transfer-Encoding: chunked", "Connection: close"]) + Chunk(start));
            for (var sent = 0L; sent <= LimitOf(endpoint); sent += Piece) await connection.WriteAsync(Chunk(new string('x', Piece)));
            await connection.WriteAsync(Chunk(end) + "0\r\n\r\n");
            var answer = await connection.ReadAsync();
            // Who looks at the type first refuses for it; who has no use for a body answers without it, and it is not kept.
            return (answer.Status, endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { } takes && takes.ContentTypes.Contains(contentType) ? answer.Status == 413 : answer.Status is > 0 and < 500);
        });

        static string Chunk(string text) => text.Length == 0 ? "" : $"{text.Length:x}\r\n{text}\r\n";
    }

    private async Task EachAsync(Func<Uri, string[], RouteEndpoint, string, Task<(int Status, bool IsRight)>> askAsync)
    {
        using var client = await console.OpenAsync();
        using var administrator = await withSignIn.OpenAsync(SignInConsole.Administrator);
        var token = await administrator.TokenAsync();
        var wrong = new List<string>();
        await EachOfAsync(console.Services, console.Address, client.CookieHeader, client.Token);
        await EachOfAsync(withSignIn.Services, withSignIn.Address, administrator.CookieHeader, token);
        Assert.Empty(wrong);

        async Task EachOfAsync(IServiceProvider services, Uri address, string cookies, string? token)
        {
            string[] headers = [$"Cookie: {cookies}", $"RequestVerificationToken: {token}"];
            foreach (var endpoint in Routes.Of(services).OrderBy(endpoint => endpoint.RoutePattern.RawText == "/sign-out")) // which ends the session
            {
                foreach (var method in endpoint.ChangingMethods())
                    if (await askAsync(address, headers, endpoint, method) is (var status, false)) wrong.Add($"{method} {endpoint.Name()}: {status}");
            }
        }
    }

    private static long LimitOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? 1 << 20;
}
