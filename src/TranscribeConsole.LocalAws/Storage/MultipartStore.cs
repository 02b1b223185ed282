using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Multipart uploads. A part is a body file of its own from the start, so that completing moves rows and no bytes.</summary>
internal sealed class MultipartStore(LocalDatabase database, BodyFiles files, ObjectCache cache, TimeProvider time)
{
    private const string UploadColumns = "id, bucket, key, initiated, headers, metadata, checksum_algorithm, checksum_type, tags";

    /// <summary>Begins an upload; <paramref name="upload"/> is complete but for its id and time.</summary>
    /// <exception cref="Protocols.ServiceErrorException">NoSuchBucket.</exception>
    public async Task<MultipartUpload> CreateAsync(MultipartUpload upload, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var created = upload with { Id = NewId(now), Initiated = now };
        await database.WriteAsync(
            connection =>
            {
                if (!ObjectRows.BucketExists(connection, created.Bucket)) throw StorageErrors.NoSuchBucket(created.Bucket);
                connection.Run(
                    $"INSERT INTO uploads ({UploadColumns}) VALUES ($id, $bucket, $key, $initiated, $headers, $metadata, $algorithm, $type, $tags)",
                    ("$id", created.Id), ("$bucket", created.Bucket), ("$key", ObjectRows.Bytes(created.Key)),
                    ("$initiated", now.ToUnixTimeMilliseconds()), ("$headers", ObjectRows.Json(created.Headers)),
                    ("$metadata", ObjectRows.Json(created.UserMetadata)), ("$algorithm", created.ChecksumAlgorithm), ("$type", created.ChecksumType),
                    ("$tags", ObjectRows.Json(created.Tags)));
            },
            cancellationToken);
        return created;
    }

    /// <summary>The upload, or null when there is none of that id for that key.</summary>
    public MultipartUpload? Find(string bucket, string key, string uploadId) => database.Read(connection =>
    {
        using var command = connection.Command(
            $"SELECT {UploadColumns} FROM uploads WHERE id = $id AND bucket = $bucket AND key = $key",
            ("$id", uploadId), ("$bucket", bucket), ("$key", ObjectRows.Bytes(key)));
        return ReadUploads(command).SingleOrDefault();
    });

    /// <summary>The object that this upload became, or null when it never did or the object has been replaced since.</summary>
    public ObjectInfo? FindCompleted(string bucket, string key, string uploadId) => database.Read(connection =>
        connection.Exists(
            "SELECT 1 FROM objects WHERE upload = $id AND bucket = $bucket AND key = $key",
            ("$id", uploadId), ("$bucket", bucket), ("$key", ObjectRows.Bytes(key)))
            ? ObjectRows.Find(connection, bucket, key)?.Info
            : null);

    /// <summary>Stores a part durably in the place of the one with its number.</summary>
    /// <exception cref="Protocols.ServiceErrorException">NoSuchUpload: it was completed or aborted meanwhile.</exception>
    public async Task<UploadedPart> PutPartAsync(
        string uploadId, int number, StagedBody staged, IReadOnlyDictionary<string, string> checksums, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var part = new UploadedPart(number, files.Keep(staged), staged.Md5, time.GetUtcNow(), checksums);
        files.Delete(await database.CommitAsync(files, [part.Body], connection => InsertPart(connection, uploadId, part)));
        return part;
    }

    /// <summary>Up to <paramref name="max"/> parts with numbers above <paramref name="after"/>, ascending.</summary>
    public IReadOnlyList<UploadedPart> ListParts(string uploadId, int after, int max) =>
        database.Read(connection => SelectParts(connection, uploadId, after, max));

    /// <summary>Makes the upload an object: visible, durable and the upload gone on return.</summary>
    /// <param name="complete">Chooses from the stored parts, or refuses by throwing; runs in the transaction and must only compute.</param>
    /// <exception cref="Protocols.ServiceErrorException">NoSuchUpload, a failed condition, or what <paramref name="complete"/> throws.</exception>
    public async Task<ObjectInfo> CompleteAsync(
        MultipartUpload upload, WriteCondition condition, Func<IReadOnlyList<UploadedPart>, CompletedUpload> complete, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var change = cache.Change(upload.Bucket, upload.Key);
        var (info, unused) = await database.WriteAsync(
            connection =>
            {
                if (!UploadExists(connection, upload.Id)) throw StorageErrors.NoSuchUpload(upload.Id);
                WriteConditions.Check(connection, new ObjectWrite(upload.Bucket, upload.Key) { Condition = condition });
                var parts = SelectParts(connection, upload.Id, 0, int.MaxValue);
                return Complete(connection, upload, parts, complete(parts));
            },
            CancellationToken.None);
        files.Delete(unused);
        return info;
    }

    /// <summary>Ends the upload and removes its parts.</summary>
    /// <exception cref="Protocols.ServiceErrorException">NoSuchUpload.</exception>
    public async Task AbortAsync(string uploadId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        files.Delete(await database.WriteAsync(
            connection =>
            {
                var parts = SelectParts(connection, uploadId, 0, int.MaxValue);
                if (connection.Run("DELETE FROM uploads WHERE id = $id", ("$id", uploadId)) == 0) throw StorageErrors.NoSuchUpload(uploadId);
                return parts.Select(part => part.Body);
            },
            CancellationToken.None));
    }

    /// <summary>Removes uploads that were begun before this moment, with their parts; one that is completed or aborted at that moment is left to it.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AbortBegunBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var (uploads, parts) = await database.WriteAsync(
            connection =>
            {
                using var command = connection.Command(
                    "SELECT parts.name, parts.size FROM parts JOIN uploads ON uploads.id = parts.upload WHERE initiated < $moment",
                    ("$moment", moment.ToUnixTimeMilliseconds()));
                var files = ObjectRows.ReadBodies(command);
                return (connection.Run("DELETE FROM uploads WHERE initiated < $moment", ("$moment", moment.ToUnixTimeMilliseconds())), files);
            },
            cancellationToken);
        files.Delete(parts);
        return uploads;
    }

    /// <summary>Up to <paramref name="max"/> uploads by key and time, after the given key and, within it, the given upload.</summary>
    /// <param name="afterUploadId">Null: after every upload of <paramref name="afterKey"/>.</param>
    public IReadOnlyList<MultipartUpload> List(string bucket, string prefix, string afterKey, string? afterUploadId, int max) =>
        database.Read(connection =>
        {
            var start = ObjectRows.Bytes(prefix);
            using var command = connection.Command(
                $"""
                SELECT {UploadColumns} FROM uploads
                WHERE bucket = $bucket AND key >= $start AND ($end IS NULL OR key < $end)
                  AND (key > $after OR ($upload IS NOT NULL AND key = $after AND id > $upload))
                ORDER BY key, id LIMIT $max
                """,
                ("$bucket", bucket), ("$start", start), ("$end", start.Length == 0 ? null : ObjectListing.After(start)),
                ("$after", ObjectRows.Bytes(afterKey)), ("$upload", afterUploadId), ("$max", max));
            return ReadUploads(command);
        });

    private static (ObjectInfo Info, List<BodyFile> Unused) Complete(
        SqliteConnection connection, MultipartUpload upload, IReadOnlyList<UploadedPart> stored, CompletedUpload completed)
    {
        // The time of an object is that of its upload's initiation, as S3 has it.
        var info = new ObjectInfo(
            upload.Bucket, upload.Key, completed.Parts.Sum(part => part.Body.Size), completed.ETag, upload.Initiated,
            upload.Headers, upload.UserMetadata, completed.Checksums, completed.ChecksumType)
        { Tags = upload.Tags, PartSizes = [.. completed.Parts.Select(part => part.Body.Size)] };
        var bodies = completed.Parts.Select(part => part.Body).ToList();
        var unused = ObjectRows.Replace(connection, new StoredObject(info, null, bodies), upload.Id);
        unused.AddRange(stored.Select(part => part.Body).Except(bodies));
        connection.Run("DELETE FROM uploads WHERE id = $id", ("$id", upload.Id));
        return (info, unused);
    }

    private static List<BodyFile> InsertPart(SqliteConnection connection, string uploadId, UploadedPart part)
    {
        if (!UploadExists(connection, uploadId)) throw StorageErrors.NoSuchUpload(uploadId);
        using var select = connection.Command(
            "SELECT name, size FROM parts WHERE upload = $upload AND number = $number", ("$upload", uploadId), ("$number", part.Number));
        var replaced = ObjectRows.ReadBodies(select);
        connection.Run(
            """
            INSERT OR REPLACE INTO parts (upload, number, name, size, etag, modified, checksums)
            VALUES ($upload, $number, $name, $size, $etag, $modified, $checksums)
            """,
            ("$upload", uploadId), ("$number", part.Number), ("$name", part.Body.Name), ("$size", part.Body.Size), ("$etag", part.ETag),
            ("$modified", part.LastModified.ToUnixTimeMilliseconds()), ("$checksums", ObjectRows.Json(part.Checksums)));
        return replaced;
    }

    private static bool UploadExists(SqliteConnection connection, string uploadId) =>
        connection.Exists("SELECT 1 FROM uploads WHERE id = $id", ("$id", uploadId));

    private static List<UploadedPart> SelectParts(SqliteConnection connection, string uploadId, int after, int max)
    {
        using var command = connection.Command(
            "SELECT number, name, size, etag, modified, checksums FROM parts WHERE upload = $id AND number > $after ORDER BY number LIMIT $max",
            ("$id", uploadId), ("$after", after), ("$max", max));
        using var row = command.ExecuteReader();
        var parts = new List<UploadedPart>();
        while (row.Read())
        {
            parts.Add(new UploadedPart(
                row.GetInt32(0), new BodyFile(row.GetString(1), row.GetInt64(2)), row.GetString(3),
                ObjectRows.Time(row.GetInt64(4)), ObjectRows.Strings(row.GetString(5))));
        }

        return parts;
    }

    private static List<MultipartUpload> ReadUploads(SqliteCommand command)
    {
        var uploads = new List<MultipartUpload>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            uploads.Add(new MultipartUpload(
                row.GetString(0), row.GetString(1), ObjectRows.Text(row.GetFieldValue<byte[]>(2)), ObjectRows.Time(row.GetInt64(3)),
                ObjectRows.Strings(row.GetString(4)), ObjectRows.Strings(row.GetString(5)),
                row.IsDBNull(6) ? null : row.GetString(6), row.GetString(7))
            { Tags = ObjectRows.Strings(row.GetString(8)) });
        }

        return uploads;
    }

    private static string NewId(DateTimeOffset now) =>
        now.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
