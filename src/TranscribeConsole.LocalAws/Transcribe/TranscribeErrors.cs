using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>The service's refusals with its own sentences where they are known. Every client error has status 400.</summary>
internal static class TranscribeErrors
{
    /// <summary>Sentence of a media file that isn't there, at Start and as a job's FailureReason.</summary>
    public const string MediaNotAccessible =
        "The S3 URI that you provided can't be accessed. Make sure that you have read permission and try your request again.";

    public static ServiceErrorException BadRequest(string message) => new("BadRequestException", message, 400);

    public static ServiceErrorException JobNotFound() =>
        BadRequest("The requested job couldn't be found. Check the job name and try your request again.");

    public static ServiceErrorException JobNameInUse() =>
        new("ConflictException", "The requested job name already exists. Use a different job name.", 400);

    public static ServiceErrorException LimitExceeded(string message) => new("LimitExceededException", message, 400);

    public static ServiceErrorException ResourceNotFound() =>
        new("NotFoundException", "The requested resource couldn't be found. Check the ARN and try your request again.", 400);

    public static ServiceErrorException UnknownOperation(string target) =>
        new("UnknownOperationException", $"'{target}' is not an operation of this service.", 400);

    public static ServiceErrorException NotOfferedLocally(string operation) =>
        BadRequest($"The local backend doesn't offer {operation} yet.");

    public static ServiceErrorException Serialization(string message) => new("SerializationException", message, 400);
}
