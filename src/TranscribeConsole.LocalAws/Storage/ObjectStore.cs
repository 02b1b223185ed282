namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Objects: bodies as files, metadata in <see cref="LocalDatabase"/>.</summary>
internal sealed class ObjectStore
{
    public bool BucketExists(string bucket) => throw new NotImplementedException();

    /// <summary>The object's metadata, or null when there is no such bucket or key.</summary>
    public ObjectInfo? Find(string bucket, string key) => throw new NotImplementedException();

    /// <summary>Opens the body for reading from any position, or null when there is no such object.</summary>
    public (ObjectInfo Info, FileStream Body)? Open(string bucket, string key) => throw new NotImplementedException();

    /// <summary>Gives the body a path of its own for a program that reads files; null when there is no such object.</summary>
    public PinnedObject? Pin(string bucket, string key) => throw new NotImplementedException();

    /// <summary>Stores a body durably: synced, renamed and committed before it returns.</summary>
    public Task<ObjectInfo> PutAsync(string bucket, string key, string contentType, Stream body, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Deletes the object; no error when it is not there.</summary>
    public Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken) => throw new NotImplementedException();
}
