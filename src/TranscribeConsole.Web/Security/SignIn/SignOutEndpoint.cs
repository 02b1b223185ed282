using Microsoft.AspNetCore.Antiforgery;

namespace TranscribeConsole.Web.Security.SignIn;

internal static class SignOutEndpoint
{
    /// <summary>Ends the session. The form is on every page, also on one whose session has ended already.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<CurrentUser>().IsSignInNeeded) return;
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous().WithMetadata(new AntiforgeryRequired());
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            if (!await antiforgery.IsRequestValidAsync(context))
                return TypedResults.Problem("The page is out of date. Reload it and try again.", title: "Antiforgery token missing or invalid", statusCode: StatusCodes.Status400BadRequest);
            await SessionCookie.EndAsync(context);
        }

        return TypedResults.LocalRedirect($"~{ReturnAddress.SignIn}");
    }
}
