using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace TranscribeConsole.Web.Security;

/// <summary>Answers 400 to a request without a valid antiforgery token in its header. The body is never searched for one.</summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await IsValidAsync(context.HttpContext)
            ? await next(context)
            : TypedResults.Problem("The page is out of date. Reload it and try again.", title: "Antiforgery token missing or invalid", statusCode: StatusCodes.Status400BadRequest);

    private async Task<bool> IsValidAsync(HttpContext context)
    {
        if (!context.Request.Headers.ContainsKey(options.Value.HeaderName!)) return false;
        try
        {
            await antiforgery.ValidateRequestAsync(context);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}
