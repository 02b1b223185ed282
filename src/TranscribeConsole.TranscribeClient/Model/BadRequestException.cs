using System.Net;
using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>The request is not valid. The service says this also for a job that does not exist.</summary>
public partial class BadRequestException : AmazonTranscribeServiceException
{
    public BadRequestException(string? message)
        : base(message)
    {
    }

    public BadRequestException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public BadRequestException(Exception innerException)
        : base(innerException)
    {
    }

    public BadRequestException(
        string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public BadRequestException(string? message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
