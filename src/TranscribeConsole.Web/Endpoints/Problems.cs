using Microsoft.AspNetCore.Http.HttpResults;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>Failures of the service layer as problem documents whose <c>detail</c> is the sentence for the user.</summary>
internal static class Problems
{
    public static ProblemHttpResult From(AwsFailureException failure) => TypedResults.Problem(failure.Message, statusCode: Status(failure.Kind));

    public static ProblemHttpResult BadRequest(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    // 5xx tells the browser to try again, 4xx that it would be in vain.
    private static int Status(AwsFailureKind kind) => kind switch
    {
        AwsFailureKind.Unavailable => StatusCodes.Status502BadGateway,
        AwsFailureKind.Throttled => StatusCodes.Status503ServiceUnavailable,
        AwsFailureKind.NotFound => StatusCodes.Status404NotFound,
        AwsFailureKind.Conflict or AwsFailureKind.LimitExceeded => StatusCodes.Status409Conflict,
        AwsFailureKind.Denied or AwsFailureKind.Credentials => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    };
}
