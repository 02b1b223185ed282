using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Hosting;

/// <summary>What every request passes: ids, protocol, gate, signature, operation; and the boundary where errors become answers.</summary>
internal sealed partial class RequestPipeline(IEnumerable<IProtocol> protocols, RequestVerifier verifier, ILogger<RequestPipeline> logger)
{
    private readonly IProtocol[] _protocols = [.. protocols];

    public async Task InvokeAsync(HttpContext context)
    {
        context.TraceIdentifier = NewId();
        var protocol = Array.Find(_protocols, candidate => candidate.Speaks(context.Request))!;
        SetIds(context, protocol);
        try
        {
            RequestGate.Check(context);
            await verifier.VerifyAsync(context, protocol.SigningName);
            await protocol.HandleAsync(context);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone and there is nobody to answer. What is not due to its going is still to be reported.
            if (e is not (OperationCanceledException or BadHttpRequestException or ServiceErrorException or ConnectionAbortedException or ConnectionResetException))
                Log.Failed(logger, protocol.SigningName, context.TraceIdentifier, e);
        }
        catch (Exception e) when (context.Response.HasStarted)
        {
            Log.BrokenOff(logger, protocol.SigningName, context.TraceIdentifier, e);
            context.Abort(); // the client must not take half an answer for a whole one
        }
        catch (Exception e)
        {
            context.Response.Clear();
            SetIds(context, protocol);
            CloseWhenBodyIsHeldBack(context);
            await protocol.WriteErrorAsync(context, Refusal(e, protocol, context));
        }
    }

    private ServiceErrorException Refusal(Exception e, IProtocol protocol, HttpContext context)
    {
        switch (e)
        {
            case ServiceErrorException refusal:
                return refusal;
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }:
                return new("RequestTimeout", "Your socket connection to the server was not read from or written to within the timeout period.", 400);
            case BadHttpRequestException:
                return new("IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header.", 400);
            case var unwritable when StorageErrors.CannotStore(unwritable) is { } refusal:
                return refusal;
            default:
                Log.Failed(logger, protocol.SigningName, context.TraceIdentifier, e);
                return new(IsS3(protocol) ? "InternalError" : "InternalFailure", "We encountered an internal error. Please try again.", 500);
        }
    }

    // Different from all others and no secret: the system's randomness would cost a call for every request.
    private static string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private static void SetIds(HttpContext context, IProtocol protocol)
    {
        var headers = context.Response.Headers;
        headers.Server = "TranscribeConsole";
        if (IsS3(protocol))
        {
            headers["x-amz-request-id"] = context.TraceIdentifier;
            headers["x-amz-id-2"] = context.TraceIdentifier;
        }
        else
        {
            headers["x-amzn-RequestId"] = context.TraceIdentifier;
        }
    }

    // A client that waits for 100 Continue and gets a refusal keeps its body: on the same connection, its next request would be read as that body.
    private static void CloseWhenBodyIsHeldBack(HttpContext context)
    {
        if (context.Request.Headers.Expect.Count > 0) context.Response.Headers.Connection = "close";
    }

    private static bool IsS3(IProtocol protocol) => protocol.SigningName == "s3";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A {Protocol} request failed ({RequestId}).")]
        public static partial void Failed(ILogger logger, string protocol, string requestId, Exception exception);

        [LoggerMessage(LogLevel.Error, "The answer to a {Protocol} request broke off ({RequestId}).")]
        public static partial void BrokenOff(ILogger logger, string protocol, string requestId, Exception exception);
    }
}
