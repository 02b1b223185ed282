using Microsoft.AspNetCore.Http;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>Does one operation for a request that asks for it.</summary>
internal delegate Task S3Handler(S3Request request);

/// <summary>A class of handlers that belong together, by the names of <see cref="S3Operations"/>.</summary>
internal interface IS3OperationGroup
{
    IReadOnlyDictionary<string, S3Handler> Handlers { get; }
}

/// <summary>S3, path style. It takes every request that no other protocol takes, so it must be asked last.</summary>
internal sealed class S3Protocol(IEnumerable<IS3OperationGroup> groups) : IProtocol
{
    private readonly Dictionary<string, S3Handler> _handlers = groups.SelectMany(group => group.Handlers).ToDictionary();

    public string SigningName => "s3";

    /// <summary>Names of the operations that there is code for.</summary>
    public IReadOnlyCollection<string> HandledOperations => _handlers.Keys;

    public bool Speaks(HttpRequest request) => true;

    public async Task HandleAsync(HttpContext context)
    {
        var request = S3Request.Parse(context);
        var operation = S3Operations.Find(request) ?? throw S3Errors.MethodNotAllowed(request.Method);
        if (operation.Support != S3Support.Supported) throw S3Errors.NotImplemented($"the operation {operation.Name}");
        Authorise(request, operation);
        UnsupportedFeatures.Refuse(request);
        await _handlers[operation.Name](request);
    }

    public Task WriteErrorAsync(HttpContext context, ServiceErrorException error)
    {
        context.Response.StatusCode = error.Status;
        if (error.Code == "InvalidRange") context.Response.Headers.ContentRange = $"bytes */{error.Details[1].Value}";
        if (error.Status == StatusCodes.Status304NotModified) return Task.CompletedTask;
        return XmlAnswer.WriteAsync(context.Response, "application/xml", xml =>
        {
            xml.WriteStartElement("Error");
            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", error.Message);
            foreach (var (name, value) in error.Details) xml.WriteElementString(name, value);
            xml.WriteElementString("Resource", RequestTarget.Of(context).RawPath);
            xml.WriteElementString("RequestId", context.TraceIdentifier);
            xml.WriteElementString("HostId", context.TraceIdentifier);
            xml.WriteEndElement();
        });
    }

    // Service-managed output is reached by presigned addresses alone, and their key opens nothing else.
    private static void Authorise(S3Request request, S3Operation operation)
    {
        var reads = operation.Name is "GetObject" or "HeadObject";
        var allowed = request.Verified.Key.IsService
            ? request.Bucket == LocalAwsAccount.ServiceBucket && reads
            : request.Bucket != LocalAwsAccount.ServiceBucket;
        if (!allowed) throw S3Errors.AccessDenied();
    }
}
