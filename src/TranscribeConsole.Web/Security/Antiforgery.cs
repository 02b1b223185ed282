using Microsoft.AspNetCore.Antiforgery;

namespace TranscribeConsole.Web.Security;

internal static class Antiforgery
{
    /// <summary>Requires an antiforgery token in the header on every endpoint of the group.</summary>
    /// <remarks>The framework's metadata alone would let a raw-body PUT and every DELETE through.</remarks>
    public static TBuilder RequireAntiforgery<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter<TBuilder, AntiforgeryFilter>().WithMetadata(new AntiforgeryRequired());

    /// <summary>Gives scripts of the page a fresh token, and the cookie that belongs to it.</summary>
    public static void MapAntiforgery(this IEndpointRouteBuilder routes) => routes.MapGet("/antiforgery", (HttpContext context, IAntiforgery antiforgery) =>
    {
        var tokens = antiforgery.GetAndStoreTokens(context); // sets Cache-Control: no-store
        return TypedResults.Ok(new AntiforgeryToken(tokens.RequestToken!, tokens.HeaderName!));
    });

    private sealed record AntiforgeryToken(string Token, string Header);
}

/// <summary>Says of an endpoint that it carries the filter; tests look for it.</summary>
internal sealed class AntiforgeryRequired;
