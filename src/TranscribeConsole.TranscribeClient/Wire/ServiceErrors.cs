using System.Net;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.TranscribeService.Model;

namespace Amazon.TranscribeService.Wire;

/// <summary>Turns an error's body into the exception its code names; the status has no say in it.</summary>
internal static class ServiceErrors
{
    public static AmazonTranscribeServiceException Read(JsonUnmarshallerContext context, Exception? inner, HttpStatusCode status)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        var (message, type, code, requestId) = (error.Message, error.Type, error.Code, error.RequestId);
        return code switch
        {
            nameof(BadRequestException) => new BadRequestException(message, inner, type, code, requestId, status),
            nameof(ConflictException) => new ConflictException(message, inner, type, code, requestId, status),
            nameof(InternalFailureException) => new InternalFailureException(message, inner, type, code, requestId, status),
            nameof(LimitExceededException) => new LimitExceededException(message, inner, type, code, requestId, status),
            nameof(NotFoundException) => new NotFoundException(message, inner, type, code, requestId, status),
            _ => new AmazonTranscribeServiceException(message, inner, type, code, requestId, status),
        };
    }
}
