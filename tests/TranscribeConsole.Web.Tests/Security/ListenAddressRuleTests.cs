using TranscribeConsole.Web.Composition;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

public sealed class ListenAddressRuleTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.0.2.7:5080")]
    [InlineData("http://console.example:5080")]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081")]
    public void Address_that_others_can_reach_is_refused(string urls)
    {
        var error = Assert.Throws<StartFailedException>(() => Create($"--Urls={urls}"));
        Assert.Contains("Security:AllowAnonymous=true", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Urls=", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_of_a_Kestrel_endpoint_is_looked_at_too()
    {
        var error = Assert.Throws<StartFailedException>(() => Create("--Kestrel:Endpoints:Web:Url=http://0.0.0.0:5080"));
        Assert.StartsWith("Kestrel:Endpoints:Web:Url=", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Urls=http://0.0.0.0:5080")]
    [InlineData("--Urls=http://0.0.0.0:5080", "--Security:AllowAnonymous=true")]
    [InlineData("--Urls=https://127.0.0.1:5081;http://console.example:5080")]
    public void With_sign_in_plain_http_that_others_can_reach_is_refused(params string[] arguments)
    {
        var error = Assert.Throws<StartFailedException>(() => Create(["--Security:Mode=Local", .. arguments]));
        Assert.Contains("is plain http", error.Message, StringComparison.Ordinal);
        Assert.Contains("Security:KnownProxies", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Urls=http://0.0.0.0:5080", "--Security:KnownProxies:0=192.0.2.1")]
    [InlineData("--Urls=https://0.0.0.0:5080")]
    [InlineData("--Urls=http://127.0.0.1:5080")]
    public async Task With_sign_in_https_a_proxy_and_loopback_are_taken(params string[] arguments) => await Create(["--Security:Mode=Local", .. arguments]).DisposeAsync();

    [Theory]
    [InlineData("--Urls=http://0.0.0.0:5080", "--Security:AllowAnonymous=true")]
    [InlineData("--Urls=http://localhost:5080")]
    [InlineData("--Urls=http://[::1]:5080")]
    public async Task Address_that_is_loopback_or_allowed_is_taken(params string[] arguments) => await Create(arguments).DisposeAsync();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:65536")]
    public void Malformed_address_is_refused_by_name(string url)
    {
        var error = Assert.Throws<StartFailedException>(() => Create($"--Urls={url}"));
        Assert.Equal($"Urls: '{url}' is not an address such as http://127.0.0.1:5080.", error.Message);
    }

    public void Dispose() => _directory.Dispose();

    private Microsoft.AspNetCore.Builder.WebApplication Create(params string[] arguments) =>
        Program.Create(RunningConsole.Arguments(_directory.Path, arguments));
}
