using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Web.Security;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

public sealed class AntiforgeryTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Theory]
    [InlineData("POST", "uploads")]
    [InlineData("PUT", "uploads/x/parts/1")]
    [InlineData("POST", "uploads/x/complete")]
    [InlineData("DELETE", "uploads/x")]
    public async Task State_changing_request_without_a_valid_token_is_refused(string method, string path)
    {
        using var client = await console.OpenAsync();
        foreach (var token in new[] { null, "forged" })
        {
            client.Token = token;
            using var response = await client.SendAsync(new HttpMethod(method), path, JsonContent.Create(new { fileName = "call.wav", size = 1 }));

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal("Antiforgery token missing or invalid", (await response.JsonAsync()).GetProperty("title").GetString());
        }
    }

    [Fact]
    public async Task Token_in_a_form_body_is_not_looked_for()
    {
        using var client = await console.OpenAsync();
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", client.Token!)]);
        client.Token = null;
        using var response = await client.SendAsync(HttpMethod.Put, "uploads/x/parts/1", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public void Every_endpoint_that_changes_state_is_protected()
    {
        var endpoints = console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var changing = endpoints.Where(ChangesState).ToList();

        Assert.NotEmpty(changing);
        Assert.All(changing, endpoint => Assert.True(IsProtected(endpoint), $"{endpoint.DisplayName} carries no antiforgery check."));
    }

    private static bool ChangesState(RouteEndpoint endpoint)
    {
        // An endpoint without methods in its metadata takes them all.
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["POST"];
        return methods.Any(method => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method));
    }

    // Pages: the framework's own check of form posts. The circuit and what belongs to it: the origin check, see OriginTests.
    private static bool IsProtected(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AntiforgeryRequired>() is not null
        || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true }
        || endpoint.RoutePattern.RawText is { } route && (route.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal) || route.TrimStart('/').StartsWith("health/", StringComparison.Ordinal));
}
