using System.Net;
using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>The service failed; worth trying again.</summary>
public partial class InternalFailureException : AmazonTranscribeServiceException
{
    public InternalFailureException(string? message)
        : base(message)
    {
    }

    public InternalFailureException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public InternalFailureException(Exception innerException)
        : base(innerException)
    {
    }

    public InternalFailureException(
        string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public InternalFailureException(string? message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
