using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.TranscribeService.Wire;

/// <summary>Any response from AWS JSON 1.1; no body is a response without members.</summary>
internal sealed class OperationResponseUnmarshaller<TResponse> : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public static readonly OperationResponseUnmarshaller<TResponse> Instance = new();

    /// <exception cref="JsonException">Not JSON of this response; the SDK wraps it in <see cref="AmazonUnmarshallingException"/>.</exception>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);
        if (body.Length == 0) return new TResponse();
        return JsonSerializer.Deserialize(body.GetBuffer().AsSpan(0, (int)body.Length), TranscribeJson.Of<TResponse>()) ?? new TResponse();
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        ServiceErrors.Read(input, innerException, statusCode);
}
