using System.Net;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

public sealed class WalkTests(SignInConsole console) : WalkContract(console), IClassFixture<SignInConsole>
{
    [Fact]
    public async Task Without_sign_in_everybody_has_everything_but_the_pages_for_it()
    {
        var open = new RunningConsole();
        await open.InitializeAsync();
        using (var browser = new ConsoleBrowser(open.Address))
        {
            foreach (var endpoint in Own.Where(endpoint => KeyOf(endpoint) != "POST /sign-out"))
            {
                foreach (var method in MethodsOf(endpoint))
                {
                    using var answer = await browser.SendAsync(new HttpMethod(method), PathOf(endpoint), accept: IsPage(endpoint) ? "text/html" : "application/json");
                    var isForSignIn = endpoint.Metadata.Any(item => item.GetType().Name == "WithSignInAttribute");
                    Assert.True(answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (!isForSignIn || method != "GET" || answer.StatusCode == HttpStatusCode.NotFound), $"{method} {KeyOf(endpoint)}: {answer.StatusCode}");
                }
            }
        }

        await open.DisposeAsync();
    }
}
