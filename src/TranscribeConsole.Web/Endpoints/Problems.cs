using Microsoft.AspNetCore.Http.HttpResults;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Web.Components;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>Failures of the service layer as problem documents whose <c>detail</c> is the sentence for the user.</summary>
internal static class Problems
{
    public static ProblemHttpResult From(AwsFailureException failure) => TypedResults.Problem(failure.Message, statusCode: PageStatus.Of(failure.Kind));

    public static ProblemHttpResult BadRequest(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
