using Microsoft.AspNetCore.Http.HttpResults;
using TranscribeConsole.Web.Endpoints;

namespace TranscribeConsole.Web.Security.Sharing;

/// <summary>Lets through who comes by a link that is good and has told its password. To the others everything is the same: there is nothing.</summary>
internal sealed class SharedFilter : IEndpointFilter
{
    public static ProblemHttpResult Nothing() =>
        Problems.NotFound("There is nothing here. The link may not be valid any more, or its password is asked for again: reload the page, or ask whoever sent it.");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (SharedVisit.Of(context.HttpContext) is not { IsUnlocked: true }) return Nothing();
        return await next(context) switch
        {
            IStatusCodeHttpResult { StatusCode: StatusCodes.Status404NotFound } => Nothing(), // its sentences name the job
            ProblemHttpResult { StatusCode: StatusCodes.Status400BadRequest } refusal => refusal,
            ProblemHttpResult => TypedResults.Problem(Trouble, statusCode: StatusCodes.Status503ServiceUnavailable), // which may name buckets and permissions
            var answer => answer,
        };
    }

    public const string Trouble = "The console can't read this at the moment. Try again later; if it stays so, tell whoever sent you the link.";
}
