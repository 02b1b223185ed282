using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Reading;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>Runs a handler; what the service layer refuses becomes a problem document.</summary>
internal static class ServiceAnswer
{
    public static async Task<IResult> RunAsync(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (AwsFailureException e)
        {
            return Problems.From(e);
        }
        catch (TranscriptUnreadableException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }
}
