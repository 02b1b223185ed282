using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Sts;

/// <summary>STS, query protocol, version 2011-06-15: GetCallerIdentity alone.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"/></remarks>
internal sealed class StsProtocol : IProtocol
{
    private const string Version = "2011-06-15";
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
    private const int MaxFormBytes = 16 * 1024;

    public string SigningName => "sts";

    public bool Speaks(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path == "/" && request.HasFormContentType;

    public async Task HandleAsync(HttpContext context)
    {
        var form = await ReadFormAsync(context);
        var (action, version) = (form["Action"].ToString(), form["Version"].ToString());
        if (action.Length == 0) throw new ServiceErrorException("MissingAction", "The request must contain the parameter Action.", 400);
        if (action != "GetCallerIdentity" || version != Version)
            throw new ServiceErrorException("InvalidAction", $"Could not find operation {action} for version {version}.", 400);
        await WriteAsync(context, 200, xml => WriteCallerIdentity(xml, context.TraceIdentifier));
    }

    public Task WriteErrorAsync(HttpContext context, ServiceErrorException error) => WriteAsync(context, error.Status, xml =>
    {
        xml.WriteStartElement("ErrorResponse", Namespace);
        xml.WriteStartElement("Error", Namespace);
        xml.WriteElementString("Type", Namespace, error.Status < 500 ? "Sender" : "Receiver");
        xml.WriteElementString("Code", Namespace, error.Code);
        xml.WriteElementString("Message", Namespace, error.Message);
        xml.WriteEndElement();
        xml.WriteElementString("RequestId", Namespace, context.TraceIdentifier);
        xml.WriteEndElement();
    });

    private static async Task<IFormCollection> ReadFormAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(new() { BufferBodyLengthLimit = MaxFormBytes, ValueLengthLimit = MaxFormBytes }, context.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            throw new ServiceErrorException("MalformedQueryString", e.Message, 400);
        }
    }

    private static void WriteCallerIdentity(XmlWriter xml, string requestId)
    {
        xml.WriteStartElement("GetCallerIdentityResponse", Namespace);
        xml.WriteStartElement("GetCallerIdentityResult", Namespace);
        xml.WriteElementString("Arn", Namespace, $"arn:aws:iam::{LocalAwsAccount.Id}:user/transcribe-console");
        xml.WriteElementString("UserId", Namespace, "AIDATRANSCRIBECONSOLE");
        xml.WriteElementString("Account", Namespace, LocalAwsAccount.Id);
        xml.WriteEndElement();
        xml.WriteStartElement("ResponseMetadata", Namespace);
        xml.WriteElementString("RequestId", Namespace, requestId);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static Task WriteAsync(HttpContext context, int status, Action<XmlWriter> write)
    {
        context.Response.StatusCode = status;
        return XmlAnswer.WriteAsync(context.Response, "text/xml", write);
    }
}

internal static class StsExtensions
{
    public static IServiceCollection AddSts(this IServiceCollection services) => services.AddSingleton<IProtocol, StsProtocol>();
}
