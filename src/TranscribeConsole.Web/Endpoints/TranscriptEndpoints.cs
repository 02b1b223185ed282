using Microsoft.Net.Http.Headers;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Web.Security;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>Downloads of a job's result. What they hold was chosen by users, so it leaves as an attachment that no browser runs.</summary>
public static class TranscriptEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapTranscripts(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/jobs/{jobName}/transcript.{format}", Reading, DownloadAsync);
        routes.MapMethods("/jobs/{jobName}/redacted-transcript.json", Reading, DownloadRedactedAsync);
    }

    private static Task<IResult> DownloadAsync(string jobName, string format, TranscriptionJobs jobs, TranscriptDownloads downloads, HttpContext context) =>
        TranscriptFormat.Find(format) is { } wanted
            ? AnswerAsync(jobName, $"{jobName}.{wanted.Extension}", wanted.ContentType, jobs, job => downloads.OpenAsync(job, wanted, context.RequestAborted), context)
            : Task.FromResult<IResult>(Problems.BadRequest($"'{format}' is not one of {string.Join(", ", TranscriptFormat.All.Select(f => f.Extension))}."));

    private static Task<IResult> DownloadRedactedAsync(string jobName, TranscriptionJobs jobs, TranscriptDownloads downloads, HttpContext context) =>
        AnswerAsync(jobName, $"redacted-{jobName}.json", TranscriptFormat.Json.ContentType, jobs, job => downloads.OpenRedactedAsync(job, context.RequestAborted), context);

    private static async Task<IResult> AnswerAsync(
        string jobName, string fileName, string contentType, TranscriptionJobs jobs, Func<JobDetails, Task<Download?>> open, HttpContext context)
    {
        try
        {
            if (await jobs.FindAsync(jobName, context.RequestAborted) is not { } job)
                return Problems.NotFound($"There is no transcription job named {jobName}.");
            if (await open(job) is not { } download)
                return Problems.NotFound($"The job {jobName} has no such transcript: its status is {job.Status.Text()}.");
            SetHeaders(context.Response, fileName);
            return new DownloadResult(download, contentType);
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
