using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.TranscribeService.Model;

namespace Amazon.TranscribeService.Wire;

/// <summary>Any request as AWS JSON 1.1: its type says the operation, its members that are not null are the body.</summary>
internal sealed class RequestMarshaller<TRequest> : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonTranscribeServiceRequest
{
    public static readonly RequestMarshaller<TRequest> Instance = new();

    private static readonly string Target = $"Transcribe.{typeof(TRequest).Name[..^"Request".Length]}";

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon.TranscribeService")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = JsonSerializer.SerializeToUtf8Bytes((TRequest)input, TranscribeJson.Of<TRequest>()),
        };
        request.Headers["X-Amz-Target"] = Target;
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        return request;
    }
}
