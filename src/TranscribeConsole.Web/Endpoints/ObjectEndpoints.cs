using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Objects;
using TranscribeConsole.Web.Endpoints.Exports;
using TranscribeConsole.Web.Security.SignIn;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>An object of S3 as a download, in whole or a range of it, of the buckets that the settings allow. It passes through and is never kept.</summary>
public static class ObjectEndpoints
{
    // Whatever it was declared as when it was put there: no browser is to guess what to do with it.
    private const string ContentType = "application/octet-stream";

    public static void MapObjects(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/object/download", GetAsync).Needs(Role.Manager);
        routes.MapMethods("/object/download", [HttpMethods.Head], HeadAsync).Needs(Role.Manager);
    }

    private static Task<IResult> GetAsync(string? uri, S3Browser browser, Auditor audit, HttpContext context) => ServiceAnswer.RunAsync(async () =>
    {
        if (!IsObject(uri, out var location)) return Refusal();
        try
        {
            if (await browser.OpenAsync(location, RangeOf(context.Request), context.RequestAborted) is not { } content) return Missing(location);
            if (content.Range is null || content.Range.StartsWith("bytes 0-", StringComparison.Ordinal)) // not once for each piece
                await audit.NoteAsync(AuditAction.ObjectDownloaded, "", location.ToString());
            SetHeaders(context.Response, location, content.ETag, content.LastModified, content.Length);
            if (content.Range is { } range)
            {
                context.Response.StatusCode = StatusCodes.Status206PartialContent;
                context.Response.Headers.ContentRange = range;
            }

            return new DownloadResult(new Download(content.Length, content.Body.CopyToAsync, content), ContentType);
        }
        catch (RangeRefusedException)
        {
            return TypedResults.StatusCode(StatusCodes.Status416RangeNotSatisfiable);
        }
    });

    private static Task<IResult> HeadAsync(string? uri, S3Browser browser, HttpContext context) => ServiceAnswer.RunAsync(async () =>
    {
        if (!IsObject(uri, out var location)) return Refusal();
        if (await browser.FindAsync(location, context.RequestAborted) is not { } facts) return Missing(location);
        SetHeaders(context.Response, location, $"\"{facts.ETag}\"", facts.LastModified, facts.Size);
        context.Response.ContentType = ContentType;
        return TypedResults.Empty;
    });

    private static bool IsObject(string? uri, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out S3Location? location) =>
        S3Location.TryParse(uri, out location) && location.Key.Length > 0;

    // S3 takes one range; several, or one of another object's version, get the whole.
    private static string? RangeOf(HttpRequest request) =>
        request.GetTypedHeaders() is { Range: { Ranges.Count: 1, Unit: var unit } range, IfRange: null } && unit == "bytes" ? range.ToString() : null;

    private static void SetHeaders(HttpResponse response, S3Location location, string? etag, DateTimeOffset? lastModified, long length)
    {
        Attachments.SetHeaders(response, Attachments.SafeName(location.Name));
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ETag = etag;
        response.Headers.LastModified = lastModified?.ToString("R", CultureInfo.InvariantCulture);
        response.ContentLength = length;
    }

    private static ProblemHttpResult Refusal() => Problems.BadRequest("uri must be the location of an object, s3://bucket/key.");

    private static ProblemHttpResult Missing(S3Location location) => Problems.NotFound($"There is no object {location}.");
}
