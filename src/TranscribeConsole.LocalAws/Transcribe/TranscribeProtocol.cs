using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>Amazon Transcribe's JSON 1.1 protocol: one POST address, the operation in <c>X-Amz-Target</c>.</summary>
internal sealed class TranscribeProtocol(OperationTable operations) : IProtocol
{
    /// <summary>Far above the largest valid request, far below what would hurt.</summary>
    private const int MaxBodyBytes = 1024 * 1024;

    private const string TargetHeader = "X-Amz-Target";
    private const string TargetPrefix = "Transcribe.";
    private const string ContentType = "application/x-amz-json-1.1";
    private const string PlainJson = "application/json";
    private const string RequestIdHeader = "x-amzn-RequestId";

    public string SigningName => "transcribe";

    public bool Speaks(HttpRequest request) => HttpMethods.IsPost(request.Method) && TargetOf(request) is not null;

    public async Task HandleAsync(HttpContext context)
    {
        var operation = operations.Find(TargetOf(context.Request)!);
        CheckContentType(context.Request.ContentType);
        var body = await ReadBodyAsync(context.Request.Body, context.RequestAborted);
        await WriteAsync(context, StatusCodes.Status200OK, await operation(body, context.RequestAborted));
    }

    public Task WriteErrorAsync(HttpContext context, ServiceErrorException error)
    {
        // The service models its own fault; the common layer's name for it would not become the SDK's InternalFailureException.
        var type = error.Code == "InternalFailure" ? "InternalFailureException" : error.Code;
        var body = JsonSerializer.SerializeToUtf8Bytes(new TranscribeError(type, error.Message), TranscribeJson.Default.TranscribeError);
        return WriteAsync(context, error.Status, body);
    }

    // The service does not take the body of a form or a text for a call, whatever it holds; plain JSON it does.
    private static void CheckContentType(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim();
        if (string.Equals(type, ContentType, StringComparison.OrdinalIgnoreCase) || string.Equals(type, PlainJson, StringComparison.OrdinalIgnoreCase)) return;
        throw TranscribeErrors.WrongContentType(ContentType, contentType);
    }

    private static string? TargetOf(HttpRequest request) =>
        request.Headers[TargetHeader].ToString() is { } target && target.StartsWith(TargetPrefix, StringComparison.Ordinal)
            ? target[TargetPrefix.Length..]
            : null;

    // Read to its end, because only there the verifier says whether the body was the signed one.
    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(Stream body, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (await body.ReadAsync(chunk, cancellationToken) is var read and > 0)
        {
            if (buffer.Length + read > MaxBodyBytes)
                throw new ServiceErrorException("RequestEntityTooLargeException", $"The request body is larger than {MaxBodyBytes} bytes.", 413);
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static async Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.TryAdd(RequestIdHeader, Guid.NewGuid().ToString());
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
