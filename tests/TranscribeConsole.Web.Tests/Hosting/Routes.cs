using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>The routing table of a console, so that a test of every endpoint forgets none.</summary>
internal static class Routes
{
    private static readonly string[] Changing = ["POST", "PUT", "PATCH", "DELETE"];

    /// <summary>All but files that are the same for everybody.</summary>
    public static IReadOnlyList<RouteEndpoint> Of(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)];

    public static bool IsPage(this RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>The methods it takes of those that may change something; one without methods in its metadata takes them all.</summary>
    public static IEnumerable<string> ChangingMethods(this RouteEndpoint endpoint) =>
        endpoint.IsPage() ? ["POST"] : Changing.Where(method => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) ?? true);

    public static bool TakesGet(this RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true;

    /// <summary>Its path; each parameter has the value, or a number where only one fits.</summary>
    /// <param name="value">As it is to stand in the address.</param>
    public static string Path(this RouteEndpoint endpoint, string value) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => parameter.ParameterPolicies.Any(policy => policy.Content == "int") ? "1" : value,
        _ => throw new NotSupportedException(part.ToString()),
    }))));

    public static string Name(this RouteEndpoint endpoint) => $"{(endpoint.IsPage() ? "page " : "")}{endpoint.RoutePattern.RawText}";
}
