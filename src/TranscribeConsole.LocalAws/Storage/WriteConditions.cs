using Microsoft.Data.Sqlite;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Conditional writes, checked in the transaction that writes, so that of two writers one loses.</summary>
internal static class WriteConditions
{
    /// <exception cref="Protocols.ServiceErrorException">NoSuchBucket, NoSuchKey or PreconditionFailed.</exception>
    public static void Check(SqliteConnection connection, ObjectWrite write)
    {
        if (!ObjectRows.BucketExists(connection, write.Bucket)) throw StorageErrors.NoSuchBucket(write.Bucket);
        if (write.Condition == WriteCondition.Always) return;
        var current = ObjectRows.Find(connection, write.Bucket, write.Key)?.Info;
        if (write.Condition.IfAbsent && current is not null) throw StorageErrors.PreconditionFailed("If-None-Match");
        if (write.Condition.IfMatch is not { } expected) return;
        if (current is null) throw StorageErrors.NoSuchKey(write.Key);
        if (expected != "*" && expected != current.ETag) throw StorageErrors.PreconditionFailed("If-Match");
    }
}
