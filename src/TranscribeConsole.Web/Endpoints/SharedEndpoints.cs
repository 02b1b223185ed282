using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Web.Endpoints.Exports;
using TranscribeConsole.Web.Security.Sharing;
using TranscribeConsole.Web.Security.SignIn;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>What the page of a share link fetches: the same as the reading page, of the one job that the link names, as far as its rights go.</summary>
/// <remarks>The name of the job comes from the link and never from the address; the job's guard sees to the rest.</remarks>
public static class SharedEndpoints
{
    public static void MapShared(this IEndpointRouteBuilder routes)
    {
        var shared = routes.MapGroup($"/shared/{{{SharedVisits.Token}}}").AllowAnonymous()
            .WithMetadata(new WithSignInAttribute(), new BySharedLinkAttribute()).AddEndpointFilter<RouteGroupBuilder, SharedFilter>();
        shared.MapGet("/transcript/reading", ReadAsync);
        shared.MapMethods("/media", TranscriptEndpoints.Reading, MediaAsync);
        shared.MapMethods("/transcript.{format}", TranscriptEndpoints.Reading, ExportAsync);
    }

    /// <summary>What may be taken: not the service's own file, which names the account and tells what was recognised before corrections.</summary>
    internal static bool MayTake(string format) => format != TranscriptDownloads.Json && TranscriptDownloads.Extensions.Contains(format);

    private static Task<IResult> ReadAsync(bool redacted, TranscriptReader reader, TranscriptEditing editing, ReadingBodies bodies, HttpContext context) =>
        LinkOf(context) is var link && link.RedactedOnly && !redacted ? Nothing() : ReadingEndpoints.ReadAsGuestAsync(link.JobName, redacted, names: !link.RedactedOnly, reader, editing, bodies, context);

    /// <param name="download">Present: as a file, which is an export.</param>
    private static Task<IResult> MediaAsync(string? download, JobMedia media, HttpContext context) =>
        LinkOf(context) is var link && (link.RedactedOnly || (download is not null && !link.MayExport)) ? Nothing() : MediaEndpoints.MediaAsync(link.JobName, download, media, context);

    private static Task<IResult> ExportAsync(string format, TranscriptionJobs jobs, TranscriptDownloads downloads, HttpContext context)
    {
        var link = LinkOf(context);
        if (!link.MayExport || !MayTake(format)) return Nothing();
        var (query, problem) = ExportQuery.Parse(context.Request.Query);
        if (query is null) return Task.FromResult<IResult>(new SharedFilter.QueryFault(Problems.BadRequest(problem!)));
        if (!query.Corrected || (link.RedactedOnly && query.Redacted == false)) return Nothing();
        return TranscriptEndpoints.AnswerAsync(
            link.JobName, format, query with { NamesMedia = false, NamesSpeakers = !link.RedactedOnly, Redacted = link.RedactedOnly ? true : query.Redacted }, jobs, downloads, context);
    }

    private static Data.ShareLink LinkOf(HttpContext context) => SharedVisit.Of(context)!.Open.Link;

    private static Task<IResult> Nothing() => Task.FromResult<IResult>(SharedFilter.Nothing());
}
