using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Transcripts.Archive;
using TranscribeConsole.Web.Security;

namespace TranscribeConsole.Web.Endpoints.Exports;

/// <summary>The transcripts of many jobs as one ZIP that is streamed while it is made.</summary>
public static partial class ArchiveEndpoints
{
    /// <summary>Most jobs of one archive.</summary>
    public const int MaxJobs = 1_000;

    public static void MapArchives(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/transcripts/archives", Order).RequireAntiforgery();
        routes.MapGet("/transcripts/archives/{id}", Fetch);
    }

    /// <param name="Options">As in the address of a single transcript.</param>
    private sealed record ArchiveOrder(string?[]? Jobs, string[]? Formats, Dictionary<string, string>? Options);

    private sealed record OrderedArchive(string Address);

    private static IResult Order(ArchiveOrder order, ArchiveRequests requests)
    {
        if (order.Jobs is not { Length: > 0 and <= MaxJobs } names || names.Any(name => name is null || !JobForm.IsJobName(name)))
            return Problems.BadRequest($"jobs must be the names of 1 to {MaxJobs} jobs.");
        if (order.Formats is not { Length: > 0 } formats || formats.Any(format => !TranscriptDownloads.Extensions.Contains(format)))
            return Problems.BadRequest($"formats must be some of {string.Join(", ", TranscriptDownloads.Extensions)}.");
        var (query, problem) = ExportQuery.Parse((order.Options ?? []).Select(option => KeyValuePair.Create(option.Key, new StringValues(option.Value))));
        if (query is null) return Problems.BadRequest(problem!);
        return TypedResults.Ok(new OrderedArchive($"transcripts/archives/{requests.Add(new ArchiveRequest([.. names.OfType<string>().Distinct()], [.. formats.Distinct()], query))}"));
    }

    private static IResult Fetch(
        string id, ArchiveRequests requests, TranscriptionJobs jobs, TranscriptDownloads downloads, TimeProvider clock, ILoggerFactory loggers, HttpContext context)
    {
        if (requests.Find(id) is not { } request) return Problems.NotFound("This archive was never ordered, or more than ten minutes ago. Order it again.");
        var logger = loggers.CreateLogger(typeof(ArchiveEndpoints));
        Attachments.SetHeaders(context.Response, string.Create(CultureInfo.InvariantCulture, $"transcripts-{clock.GetUtcNow():yyyyMMdd-HHmmss}.zip"));
        return new DownloadResult(
            new Download(null, (to, stop) => TranscriptArchive.WriteAsync(JobsOf(request, jobs, downloads, stop), e => Describe(e, logger), to, stop), null),
            TranscriptArchive.ContentType);
    }

    private static async IAsyncEnumerable<ArchiveJob> JobsOf(
        ArchiveRequest request, TranscriptionJobs jobs, TranscriptDownloads downloads, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in request.JobNames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await JobAsync(name, request, jobs, downloads, cancellationToken);
        }
    }

    // A job that can't be asked for is a row of the manifest like one whose transcript can't be read.
    private static async Task<ArchiveJob> JobAsync(
        string name, ArchiveRequest request, TranscriptionJobs jobs, TranscriptDownloads downloads, CancellationToken cancellationToken)
    {
        try
        {
            if (await jobs.FindAsync(name, cancellationToken, JobUse.Other) is not { } job) return Failed(new NoTranscriptException("There is no such job any more."));
            if (!job.HasTranscript && !job.HasRedactedTranscript) return Failed(new NoTranscriptException($"It has no transcript: its status is {job.Status.Text()}."));
            return new ArchiveJob(name, job.Row.CompletionTime, _ => Task.FromResult(new ArchiveFiles([.. request.Formats.Select(format => FileOf(job, format))])));
        }
        catch (AwsFailureException e)
        {
            return Failed(e);
        }

        ArchiveJob Failed(Exception e) => new(name, null, _ => Task.FromException<ArchiveFiles>(e));

        ArchiveFile FileOf(JobDetails job, string format) => new(TranscriptDownloads.NameOf(job, format, request.Query), async (to, stop) =>
        {
            var query = format == TranscriptDownloads.Json ? ExportQuery.Default with { Redacted = request.Query.Redacted } : request.Query;
            var download = await downloads.OpenAsync(job, format, query, stop) ?? throw new NoTranscriptException("It has no such transcript.");
            await using var source = download.Source;
            await download.WriteAsync(to, stop);
        });
    }

    private static string Describe(Exception e, ILogger logger)
    {
        if (e is AwsFailureException or TranscriptUnreadableException or NoTranscriptException) return e.Message;
        Log.Broken(logger, e);
        return "It could not be written for a reason that was not expected; the log of the server has more.";
    }

    private sealed class NoTranscriptException(string message) : Exception(message);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A transcript could not be written into an archive.")]
        public static partial void Broken(ILogger logger, Exception exception);
    }
}
