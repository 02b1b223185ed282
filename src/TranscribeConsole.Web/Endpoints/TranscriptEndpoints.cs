using Microsoft.Net.Http.Headers;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Web.Security;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>Downloads of a job's result. What they hold was chosen by users, so it leaves as an attachment that no browser runs.</summary>
public static class TranscriptEndpoints
{
    public static void MapTranscripts(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/jobs/{jobName}/transcript.{format}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync);

    private static async Task<IResult> DownloadAsync(string jobName, string format, TranscriptionJobs jobs, TranscriptDownloads downloads, HttpContext context)
    {
        if (TranscriptFormat.Find(format) is not { } wanted)
            return Problems.BadRequest($"'{format}' is not one of {string.Join(", ", TranscriptFormat.All.Select(f => f.Extension))}.");
        try
        {
            if (await jobs.FindAsync(jobName, context.RequestAborted) is not { } job)
                return Problems.NotFound($"There is no transcription job named {jobName}.");
            if (await downloads.OpenAsync(job, wanted, context.RequestAborted) is not { } download)
                return Problems.NotFound($"The job {jobName} has no transcript: its status is {job.Status.Text()}.");
            SetHeaders(context.Response, $"{jobName}.{wanted.Extension}");
            return new DownloadResult(download, wanted.ContentType);
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

    private static void SetHeaders(HttpResponse response, string fileName)
    {
        var attachment = new ContentDispositionHeaderValue("attachment");
        attachment.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = attachment.ToString();
        response.Headers.ContentSecurityPolicy = SecurityHeaders.Sandbox;
        response.Headers.CacheControl = "no-store";
    }
}
