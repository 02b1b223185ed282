using Microsoft.Net.Http.Headers;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Web.Endpoints.Exports;
using TranscribeConsole.Web.Security;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>The media of a job for the player, in ranges, straight from S3.</summary>
public static class MediaEndpoints
{
    private const string Unknown = "application/octet-stream";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapMedia(this IEndpointRouteBuilder routes) => routes.MapMethods("/jobs/{jobName}/media", Reading, MediaAsync);

    /// <param name="download">Present: as an attachment, whatever it is.</param>
    internal static Task<IResult> MediaAsync(string jobName, string? download, JobMedia media, HttpContext context) => ServiceAnswer.RunAsync(async () =>
    {
        if (await media.FindAsync(jobName, context.RequestAborted) is not { } found)
            return Problems.NotFound($"There is no transcription job named {jobName}.");
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Sandbox;
        context.Response.Headers.CacheControl = "private, no-store"; // a player asks for each range when it comes to it
        var stream = new MediaStream(media, found, LastByte(context.Request, found), context.RequestAborted);
        return TypedResults.Stream(
            stream,
            found.ContentType ?? Unknown,
            download is not null || found.ContentType is null ? Attachments.SafeName(found.Location.Name) : null,
            found.LastModified,
            new EntityTagHeaderValue(found.ETag),
            enableRangeProcessing: true);
    });

    // Where the answer will most probably end, so that S3 is not asked for more; the framework decides what is sent.
    private static long LastByte(HttpRequest request, MediaObject media) =>
        request.GetTypedHeaders().Range?.Ranges is { Count: 1 } ranges && ranges.First() is { From: not null, To: { } to } ? Math.Min(to, media.Length - 1) : media.Length - 1;
}
