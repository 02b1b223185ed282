using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Web.Endpoints.Exports;

/// <summary>Downloads of a job's result. What they hold was chosen by users, so it leaves as an attachment that no browser runs.</summary>
public static class TranscriptEndpoints
{
    internal static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapTranscripts(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/jobs/{jobName}/transcript.{format}", Reading, DownloadAsync);
        routes.MapMethods("/jobs/{jobName}/redacted-transcript.json", Reading, DownloadRedactedAsync);
    }

    private static Task<IResult> DownloadAsync(string jobName, string format, TranscriptionJobs jobs, TranscriptDownloads downloads, HttpContext context)
    {
        if (!TranscriptDownloads.Extensions.Contains(format))
            return Refusal($"'{format}' is not one of {string.Join(", ", TranscriptDownloads.Extensions)}.");
        var (query, problem) = ExportQuery.Parse(context.Request.Query);
        if (query is null) return Refusal(problem!);
        if (format == TranscriptDownloads.Json && !query.IsDefault)
            return Refusal("transcript.json is the file as the service wrote it and takes no parameter but redacted.");
        return AnswerAsync(jobName, format, query, jobs, downloads, context);
    }

    private static Task<IResult> DownloadRedactedAsync(string jobName, TranscriptionJobs jobs, TranscriptDownloads downloads, HttpContext context) =>
        AnswerAsync(jobName, TranscriptDownloads.Json, ExportQuery.Default with { Redacted = true }, jobs, downloads, context);

    internal static Task<IResult> AnswerAsync(
        string jobName, string format, ExportQuery query, TranscriptionJobs jobs, TranscriptDownloads downloads, HttpContext context) => ServiceAnswer.RunAsync(async () =>
        {
            if (await jobs.FindAsync(jobName, context.RequestAborted, JobUse.Other) is not { } job)
                return Problems.NotFound($"There is no transcription job named {jobName}.");
            if (await downloads.OpenAsync(job, format, query, context.RequestAborted) is not { } download)
                return Problems.NotFound($"The job {jobName} has no such transcript: its status is {job.Status.Text()}.");
            Attachments.SetHeaders(context.Response, TranscriptDownloads.NameOf(job, format, query));
            return new DownloadResult(download, ExportFormat.Find(format)?.ContentType ?? "application/json");
        });

    private static Task<IResult> Refusal(string sentence) => Task.FromResult<IResult>(Problems.BadRequest(sentence));
}
