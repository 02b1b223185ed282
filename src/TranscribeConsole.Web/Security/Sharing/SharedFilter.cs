using Microsoft.AspNetCore.Http.HttpResults;
using TranscribeConsole.Web.Endpoints;

namespace TranscribeConsole.Web.Security.Sharing;

/// <summary>Lets through who comes by a link that is good and has told its password. To the others everything is the same: there is nothing.</summary>
internal sealed class SharedFilter : IEndpointFilter
{
    public const string Trouble = "The console can't read this at the moment. Try again later; if it stays so, tell whoever sent you the link.";

    public static ProblemHttpResult Nothing() =>
        Problems.NotFound("There is nothing here. The link may not be valid any more, or its password is asked for again: reload the page, or ask whoever sent it.");

    /// <summary>What is wrong with the address that the guest has typed: the one refusal whose sentence tells nothing of the inside.</summary>
    public sealed record QueryFault(ProblemHttpResult Answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Answer.ExecuteAsync(httpContext);
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (SharedVisit.Of(context.HttpContext) is not { IsUnlocked: true }) return Nothing();
        return await next(context) switch
        {
            IStatusCodeHttpResult { StatusCode: StatusCodes.Status404NotFound } => Nothing(), // its sentences name the job
            QueryFault fault => fault.Answer,
            ProblemHttpResult => TypedResults.Problem(Trouble, statusCode: StatusCodes.Status503ServiceUnavailable), // which may name buckets and permissions
            var answer => answer,
        };
    }
}
