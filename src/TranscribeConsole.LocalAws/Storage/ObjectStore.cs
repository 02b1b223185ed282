using Microsoft.Data.Sqlite;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Objects: bodies as files, metadata in <see cref="LocalDatabase"/>.</summary>
/// <remarks>
/// The order that makes a crash harmless: body synced, renamed, its directory synced, row committed, replaced body removed. At any
/// moment a row's files exist; files without a row are removed by <see cref="Sweep"/> at the next start.
/// </remarks>
internal sealed class ObjectStore(LocalDatabase database, BodyFiles files, ObjectCache cache, TimeProvider time) : IDisposable
{
    // A reader may meet an object that is overwritten between finding its row and opening its files; the next look finds the new row.
    private const int Looks = 10;

    // What the log, and the deletions that make room for others, may still need.
    private const long MinFreeForRows = 8 * 1024 * 1024;

    // One at a time: two jobs on the same upload must not copy it twice, and two copies at once are no faster.
    private readonly SemaphoreSlim _joining = new(1);

    public bool BucketExists(string bucket) => database.Read(connection => ObjectRows.BucketExists(connection, bucket));

    /// <summary>The object's metadata, or null when there is no such bucket or key.</summary>
    public ObjectInfo? Find(string bucket, string key) => FindStored(bucket, key)?.Info;

    /// <summary>Opens the body as a stream that seeks, or null when there is no such object.</summary>
    public (ObjectInfo Info, Stream Body)? Open(string bucket, string key)
    {
        for (var look = 1; FindStored(bucket, key) is { } found; look++)
        {
            try
            {
                return (found.Info, found.Content is { } content ? new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true) : files.Open(found.Bodies));
            }
            catch (FileNotFoundException) when (look < Looks) { }
        }

        return null;
    }

    /// <summary>Gives the body a path of its own for a program that reads files; null when there is no such object.</summary>
    /// <remarks>A link. An object of several parts becomes one of a single file first, once and for good.</remarks>
    public async Task<PinnedObject?> PinAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        for (var look = 1; FindStored(bucket, key) is { } found; look++)
        {
            try
            {
                if (found.Content is { } content) return new PinnedObject(found.Info, files.Pin(content));
                if (found.Bodies is [var body]) return new PinnedObject(found.Info, files.Pin(body));
                await JoinAsync(bucket, key, cancellationToken);
            }
            catch (FileNotFoundException) when (look < Looks) { }
        }

        return null;
    }

    /// <summary>Stores a body durably: synced, renamed and committed before it returns.</summary>
    /// <exception cref="Protocols.ServiceErrorException">NoSuchBucket; InsufficientStorage when the disk is full.</exception>
    public async Task<ObjectInfo> PutAsync(string bucket, string key, string contentType, Stream body, CancellationToken cancellationToken)
    {
        using var staged = await StageAsync(body, 0, cancellationToken);
        var write = new ObjectWrite(bucket, key) { Headers = new Dictionary<string, string> { ["content-type"] = contentType } };
        return await CommitAsync(write, staged, cancellationToken);
    }

    /// <summary>Writes a body to disk before its object is known in full: some checksums arrive after the body.</summary>
    /// <param name="length">Bytes announced; 0 when none are.</param>
    /// <exception cref="Protocols.ServiceErrorException">InsufficientStorage when the disk is full.</exception>
    public async Task<StagedBody> StageAsync(Stream body, long length, CancellationToken cancellationToken)
    {
        var staged = await files.StageAsync(body, length, cancellationToken);
        return staged.Content is null || HasRoomForRows() ? staged : throw StorageErrors.InsufficientStorage();
    }

    /// <summary>Makes the staged body the object's; it is visible and durable on return.</summary>
    /// <exception cref="Protocols.ServiceErrorException">NoSuchBucket, NoSuchKey or PreconditionFailed; the old object stays as it was.</exception>
    public Task<ObjectInfo> CommitAsync(ObjectWrite write, StagedBody staged, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return CommitAsync(write, staged.Size, staged.Md5, staged.Content, KeepFile(staged));
    }

    /// <summary>Makes the staged bodies objects in one transaction with other work: on return all of it is durable, or nothing has changed.</summary>
    /// <param name="alongside">Runs first in the transaction; false: nothing is stored.</param>
    /// <param name="removed">An object that goes in the same transaction; null: none.</param>
    /// <returns>What <paramref name="alongside"/> said.</returns>
    /// <exception cref="Protocols.ServiceErrorException">NoSuchBucket or InsufficientStorage; the old objects stay as they were.</exception>
    public Task<bool> CommitAsync(
        IReadOnlyList<(ObjectWrite Write, StagedBody Body)> staged, Func<SqliteConnection, bool> alongside, (string Bucket, string Key)? removed = null) =>
        ReplaceAsync(
            [.. staged.Select(one => new NewObject(one.Write, new(InfoOf(one.Write, one.Body.Size, one.Body.Md5), one.Body.Content, KeepFile(one.Body))))],
            alongside,
            removed);

    /// <summary>Stores the body of one object as another's, without copying bytes; null when the source is gone.</summary>
    /// <param name="expected">The source as its conditions were checked; when it is another by now, null.</param>
    public async Task<ObjectInfo?> CopyAsync(ObjectInfo expected, ObjectWrite write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (FindStored(expected.Bucket, expected.Key) is not { } source || source.Info.ETag != expected.ETag) return null;
        var copies = new List<BodyFile>(source.Bodies.Count);
        try
        {
            foreach (var body in source.Bodies) copies.Add(files.Duplicate(body));
        }
        catch (IOException e)
        {
            files.Delete(copies);
            if (StorageErrors.CannotStore(e) is { } refusal) throw refusal;
            if (e is FileNotFoundException) return null;
            throw;
        }

        return await CommitAsync(write, source.Info.Size, source.Info.ETag, source.Content, copies);
    }

    /// <summary>Deletes the object; no error when it is not there.</summary>
    public async Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var change = cache.Change(bucket, key);
        files.Delete(await database.WriteAsync(connection => ObjectRows.Remove(connection, bucket, key), CancellationToken.None));
    }

    /// <summary>Removes the files that an interrupted run left without a row. Only for the start.</summary>
    /// <returns>How many files were removed.</returns>
    public int Sweep() => files.Sweep(database.Read(connection =>
    {
        using var command = connection.Command("SELECT name, 0 FROM bodies UNION ALL SELECT name, 0 FROM parts");
        return ObjectRows.ReadBodies(command).Select(body => body.Name).ToHashSet(StringComparer.Ordinal);
    }));

    public void Dispose() => _joining.Dispose();

    // The joined file is durable before its row is, and the parts go after it: a crash in between leaves files without a row.
    private async Task JoinAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        await _joining.WaitAsync(cancellationToken);
        try
        {
            if (FindStored(bucket, key) is not { Bodies: { Count: > 1 } parts }) return; // joined, replaced or deleted meanwhile
            var joined = await files.JoinAsync(parts, cancellationToken);
            using var change = cache.Change(bucket, key);
            var swapped = await database.CommitAsync(
                files, [joined], connection => ObjectRows.TryReplaceBodies(connection, bucket, key, parts, joined));
            files.Delete(swapped ? parts : [joined]);
        }
        finally
        {
            _joining.Release();
        }
    }

    private async Task<ObjectInfo> CommitAsync(ObjectWrite write, long size, string etag, byte[]? content, IReadOnlyList<BodyFile> bodies)
    {
        var info = InfoOf(write, size, etag);
        await ReplaceAsync([new NewObject(write, new(info, content, bodies))], alongside: _ => true);
        return info;
    }

    // What was deleted from the database makes room in it and none on the disk.
    private bool HasRoomForRows() => files.FreeBytes >= MinFreeForRows || files.FreeBytes + database.ReusableBytes >= MinFreeForRows;

    private BodyFile[] KeepFile(StagedBody staged) => staged.Content is null ? [files.Keep(staged)] : [];

    private ObjectInfo InfoOf(ObjectWrite write, long size, string etag) => new(
        write.Bucket, write.Key, size, etag, time.GetUtcNow(), write.Headers, write.UserMetadata, write.Checksums, write.ChecksumType)
    { Tags = write.Tags };

    private async Task<bool> ReplaceAsync(
        IReadOnlyList<NewObject> objects, Func<SqliteConnection, bool> alongside, (string Bucket, string Key)? removed = null)
    {
        List<BodyFile> added = [.. objects.SelectMany(one => one.Stored.Bodies)];
        using var change = cache.Change(objects.Select(one => (one.Write.Bucket, one.Write.Key)).Concat(removed is null ? [] : [removed.Value]));
        var replaced = await database.CommitAsync(files, added, connection =>
        {
            if (!alongside(connection)) return null;
            var bodies = objects.SelectMany(one => Replace(connection, one)).ToList();
            if (removed is var (bucket, key)) bodies.AddRange(ObjectRows.Remove(connection, bucket, key));
            return bodies;
        });
        files.Delete(replaced ?? added);
        return replaced is not null;
    }

    private static List<BodyFile> Replace(SqliteConnection connection, NewObject one)
    {
        WriteConditions.Check(connection, one.Write);
        return ObjectRows.Replace(connection, one.Stored);
    }

    /// <summary>The object as it is stored, or null when there is no such bucket or key.</summary>
    private StoredObject? FindStored(string bucket, string key)
    {
        if (cache.Find(bucket, key, out var ticket) is { } known) return known;
        var found = database.Read(connection => ObjectRows.FindStored(connection, bucket, key));
        if (found is not null) cache.Add(found, ticket);
        return found;
    }

    private sealed record NewObject(ObjectWrite Write, StoredObject Stored);
}
