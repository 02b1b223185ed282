namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Changes the tags of an object that is there; its time and its ETag stay.</summary>
internal sealed class ObjectTagStore(LocalDatabase database, ObjectCache cache)
{
    /// <summary>Puts these tags in the place of all that there are; durable on return.</summary>
    /// <exception cref="Protocols.ServiceErrorException">NoSuchBucket or NoSuchKey.</exception>
    public async Task ReplaceAsync(string bucket, string key, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var change = cache.Change(bucket, key);
        await database.WriteAsync(
            connection =>
            {
                if (ObjectRows.SetTags(connection, bucket, key, tags)) return;
                throw ObjectRows.BucketExists(connection, bucket) ? StorageErrors.NoSuchKey(key) : StorageErrors.NoSuchBucket(bucket);
            },
            CancellationToken.None); // the cache may open again only when it is known what the database has
    }
}
