using Microsoft.Extensions.Options;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Endpoints;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security;

/// <summary>Answers 403 where the job of the address is one that the caller sees but may not change. Of one that is not seen the handler says that there is none.</summary>
internal sealed class JobChangeFilter(TranscriptionJobs jobs, IOptions<SecurityOptions> security) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (security.Value.Mode == SecurityMode.None) return await next(context); // everybody may, and the service need not be asked
        var name = (string)context.HttpContext.GetRouteValue("jobName")!;
        try
        {
            if (await jobs.FindAsync(name, context.HttpContext.RequestAborted, JobUse.Other) is { MayChange: false })
                return TypedResults.Problem("Only the owner of the job and managers may change it.", statusCode: StatusCodes.Status403Forbidden);
        }
        catch (AwsFailureException e)
        {
            return Problems.From(e);
        }

        return await next(context);
    }
}
