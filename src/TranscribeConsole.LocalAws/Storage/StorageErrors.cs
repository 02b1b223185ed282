using Microsoft.Data.Sqlite;
using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>The refusals that storage itself makes, in the words of S3 where it has words for them.</summary>
internal static class StorageErrors
{
    // errno values of Linux, which .NET passes on as HResult.
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int ReadOnlyFileSystem = 30;
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;

    public static ServiceErrorException NoSuchBucket(string bucket) =>
        new("NoSuchBucket", "The specified bucket does not exist", 404) { Details = [new("BucketName", bucket)] };

    public static ServiceErrorException NoSuchKey(string key) =>
        new("NoSuchKey", "The specified key does not exist.", 404) { Details = [new("Key", key)] };

    public static ServiceErrorException NoSuchUpload(string uploadId) => new(
        "NoSuchUpload",
        "The specified multipart upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
        404)
    { Details = [new("UploadId", uploadId)] };

    public static ServiceErrorException PreconditionFailed(string condition) =>
        new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412) { Details = [new("Condition", condition)] };

    /// <summary>Whether this says that the disk (or the quota) that holds the data directory is full.</summary>
    public static bool IsDiskFull(Exception e) => e switch
    {
        IOException { HResult: NoSpace or QuotaExceeded } => true,
        SqliteException { SqliteErrorCode: SqliteFull } => true,
        _ => false,
    };

    /// <summary>Whether this says that the data directory can't be written: its disk is mounted read-only, as Linux does after an I/O error.</summary>
    public static bool IsReadOnly(Exception e) => e switch
    {
        IOException { HResult: ReadOnlyFileSystem } => true,
        SqliteException { SqliteErrorCode: SqliteReadOnly } => true,
        _ => false,
    };

    /// <summary>The refusal of a write that the disk does not take; null when this is about something else.</summary>
    public static ServiceErrorException? CannotStore(Exception e) => IsDiskFull(e) ? InsufficientStorage() : IsReadOnly(e) ? ReadOnly() : null;

    /// <summary>Whether a commit that failed with this may turn out to be on disk after a power loss.</summary>
    public static bool MayBeCommitted(Exception e) => e is SqliteException { SqliteErrorCode: SqliteIoError };

    /// <remarks>507 and not 500: SDKs repeat a 500 at once, and the disk would still be full.</remarks>
    public static ServiceErrorException InsufficientStorage() => new(
        "InsufficientStorage",
        "The disk that holds LocalAws:DataDirectory is full; nothing was stored. Free some space and try again.",
        507);

    private static ServiceErrorException ReadOnly() => new(
        "InsufficientStorage",
        "The disk that holds LocalAws:DataDirectory is read-only; nothing was stored. See why (dmesg), mount it for writing and try again.",
        507);
}
