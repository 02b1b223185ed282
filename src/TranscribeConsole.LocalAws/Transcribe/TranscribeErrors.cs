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
        Conflict("The requested job name already exists. Use a different job name.");

    public static ServiceErrorException VocabularyNotFound() =>
        BadRequest("The requested vocabulary couldn't be found. Check the vocabulary name and try your request again.");

    public static ServiceErrorException VocabularyFilterNotFound() =>
        BadRequest("The requested vocabulary filter couldn't be found. Check the vocabulary filter name and try your request again.");

    public static ServiceErrorException Conflict(string message) => new("ConflictException", message, 400);

    public static ServiceErrorException ChangedMeanwhile() =>
        Conflict("The resource was changed or deleted at the same time. Look at it and try your request again.");

    public static ServiceErrorException NotFound(string message) => new("NotFoundException", message, 400);

    public static ServiceErrorException LimitExceeded(string message) => new("LimitExceededException", message, 400);

    public static ServiceErrorException ResourceNotFound() =>
        NotFound("The requested resource couldn't be found. Check the ARN and try your request again.");

    public static ServiceErrorException UnknownOperation(string target) =>
        new("UnknownOperationException", $"'{target}' is not an operation of this service.", 400);

    public static ServiceErrorException WrongContentType(string expected, string? found) => new(
        "UnknownOperationException", $"The header Content-Type must be {expected}, {(string.IsNullOrEmpty(found) ? "and is missing" : $"not '{found}'")}.", 400);

    public static ServiceErrorException NotOfferedLocally(string operation) =>
        BadRequest($"The local backend doesn't offer {operation}.");

    /// <summary>Refuses <c>EncryptionConfiguration</c>, which would otherwise be a promise that nobody keeps.</summary>
    public static void RefuseEncryption(Wire.EncryptionConfiguration? encryption)
    {
        if (encryption is not null) throw BadRequest("The local backend has no KMS keys. Leave EncryptionConfiguration out.");
    }

    public static ServiceErrorException Serialization(string message) => new("SerializationException", message, 400);
}
