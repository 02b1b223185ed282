using Microsoft.AspNetCore.Http.Features;

namespace TranscribeConsole.Web.Security;

/// <summary>Refuses a body that says itself that it is too large, at every address alike: nobody sends a gigabyte to be told so afterwards.</summary>
/// <remarks>One that does not say how large it is is cut by Kestrel where it goes over.</remarks>
internal static class BodySize
{
    /// <summary>After routing: an endpoint may take more than the others, by <see cref="Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata"/>.</summary>
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is not { } most || context.Request.ContentLength is not { } length || length <= most) return next(context);
        return TypedResults.Problem($"The request has {length:N0} bytes; up to {most:N0} are taken here.", statusCode: StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
    }
}
