using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Web.Security;
using TranscribeConsole.Web.Security.SignIn;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>The way of media from the browser to S3: a token, slices sent in any order, completion.</summary>
public static class UploadEndpoints
{
    // Four slices share a slow line, and a phone pauses: a slice may crawl, but not stand still for good.
    private static readonly MinDataRate SlowestSlice = new(bytesPerSecond: 64, gracePeriod: TimeSpan.FromMinutes(1));

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/uploads").Needs(Role.Submitter).RequireAntiforgery();
        uploads.MapPost("/", BeginAsync);
        uploads.MapPut("/{token}/parts/{number:int}", UploadPartAsync).WithMetadata(new RequestSizeLimitAttribute(MediaUploads.PartSize));
        uploads.MapPost("/{token}/complete", CompleteAsync);
        uploads.MapDelete("/{token}", AbortAsync);
    }

    /// <param name="Size">Bytes of the file.</param>
    private sealed record FileToUpload(string? FileName, long Size);

    /// <param name="PartSize">Bytes of every part but the last.</param>
    private sealed record BegunUpload(string Token, int PartSize, int PartCount);

    private sealed record CompletedUpload(string Location);

    private static Task<IResult> BeginAsync(
        FileToUpload file, MediaUploads uploads, UploadTokens tokens, DailyLimits limits, CurrentUser user, HttpContext context) => AnswerAsync(context, async () =>
    {
        if (uploads.UnavailableReason is { } reason) return TypedResults.Problem(reason, statusCode: StatusCodes.Status409Conflict);
        if (string.IsNullOrWhiteSpace(file.FileName)) return Problems.BadRequest("fileName is missing.");
        var (caller, bytes) = (user.Of(context), Math.Max(0, file.Size));
        var person = user.IsSignInNeeded ? caller.SignInName : null;
        if (person is not null && await limits.TakeUploadAsync(person, bytes, context.RequestAborted) is { } refusal) return TypedResults.Problem(refusal, statusCode: StatusCodes.Status409Conflict);
        try
        {
            var upload = await uploads.BeginAsync(file.FileName, file.Size, context.RequestAborted);
            return TypedResults.Ok(new BegunUpload(tokens.Protect(upload, caller), upload.PartSize, upload.PartCount));
        }
        catch (Exception) when (person is not null)
        {
            await limits.GiveBackUploadAsync(person, bytes);
            throw;
        }
    });

    private static Task<IResult> UploadPartAsync(string token, int number, MediaUploads uploads, UploadTokens tokens, CurrentUser user, SliceGate gate, HttpContext context) => AnswerAsync(context, async () =>
    {
        if (tokens.Unprotect(token, user.Of(context)) is not { } upload) return UnknownUpload();
        if (context.Request.ContentLength is not { } length) return TypedResults.Problem("Content-Length is missing.", statusCode: StatusCodes.Status411LengthRequired);
        BePatient(context);
        using var slice = await gate.EnterAsync(upload.UploadId, user.Of(context).Id, context.RequestAborted);
        if (!slice.IsAcquired) return TypedResults.Problem("Too many uploads at once. The parts are sent again by themselves.", statusCode: StatusCodes.Status429TooManyRequests);
        await uploads.UploadPartAsync(upload, number, context.Request.Body, length, context.RequestAborted);
        return TypedResults.NoContent();
    });

    private static Task<IResult> CompleteAsync(string token, MediaUploads uploads, UploadTokens tokens, CurrentUser user, HttpContext context) => AnswerAsync(context, async () =>
    {
        if (tokens.Unprotect(token, user.Of(context)) is not { } upload) return UnknownUpload();
        var location = await uploads.CompleteAsync(upload, context.RequestAborted);
        return TypedResults.Ok(new CompletedUpload(location.ToString()));
    });

    private static Task<IResult> AbortAsync(string token, MediaUploads uploads, UploadTokens tokens, CurrentUser user, HttpContext context) => AnswerAsync(context, async () =>
    {
        if (tokens.Unprotect(token, user.Of(context)) is not { } upload) return UnknownUpload();
        await uploads.AbortAsync(upload, context.RequestAborted);
        return TypedResults.NoContent();
    });

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception e) when (ClientBrokeOff(context, e))
        {
            return Gone(context);
        }
        catch (MediaRefusedException e)
        {
            return Problems.BadRequest(e.Message);
        }
        catch (AwsFailureException e)
        {
            return Problems.From(e);
        }
    }

    // Whatever the SDK makes of a body that ends early, its cause is in the chain.
    private static bool ClientBrokeOff(HttpContext context, Exception e)
    {
        if (context.RequestAborted.IsCancellationRequested) return true;
        for (var cause = e; cause is not null; cause = cause.InnerException)
            if (cause is Microsoft.AspNetCore.Http.BadHttpRequestException or ConnectionResetException or ConnectionAbortedException) return true;
        return false;
    }

    // A status for the log; nobody is there to read a page about it.
    private static StatusCodeHttpResult Gone(HttpContext context)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        return TypedResults.StatusCode(StatusCodes.Status499ClientClosedRequest);
    }

    private static void BePatient(HttpContext context)
    {
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate && HttpProtocol.IsHttp11(context.Request.Protocol))
            rate.MinDataRate = SlowestSlice;
    }

    private static ProblemHttpResult UnknownUpload() => Problems.NotFound("This upload is not known or has expired. Upload the file again.");
}
