using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Storage;

/// <param name="Created">When it was made, to the millisecond.</param>
internal sealed record BucketInfo(string Name, DateTimeOffset Created);

/// <summary>The account's buckets. The service's own bucket is there from the start and is not listed.</summary>
internal sealed class BucketStore(LocalDatabase database, BodyFiles files, TimeProvider time)
{
    public BucketInfo? Find(string bucket) => List(bucket).FirstOrDefault();

    /// <summary>By name; without the service's bucket.</summary>
    public IReadOnlyList<BucketInfo> List() => [.. List(null).Where(bucket => bucket.Name != LocalAwsAccount.ServiceBucket)];

    /// <summary>False when it is there already.</summary>
    public Task<bool> CreateAsync(string bucket, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Run(
            "INSERT INTO buckets (name, created) VALUES ($name, $created) ON CONFLICT DO NOTHING",
            ("$name", bucket), ("$created", time.GetUtcNow().ToUnixTimeMilliseconds())) == 1,
        cancellationToken);

    /// <summary>Deletes an empty bucket, and with it its unfinished multipart uploads.</summary>
    /// <exception cref="ServiceErrorException">NoSuchBucket or BucketNotEmpty.</exception>
    public async Task DeleteAsync(string bucket, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var parts = await database.WriteAsync(
            connection =>
            {
                if (!ObjectRows.BucketExists(connection, bucket)) throw StorageErrors.NoSuchBucket(bucket);
                if (connection.Exists("SELECT 1 FROM objects WHERE bucket = $bucket LIMIT 1", ("$bucket", bucket)))
                    throw new ServiceErrorException("BucketNotEmpty", "The bucket you tried to delete is not empty", 409) { Details = [new("BucketName", bucket)] };
                using var select = connection.Command(
                    "SELECT name, size FROM parts WHERE upload IN (SELECT id FROM uploads WHERE bucket = $bucket)", ("$bucket", bucket));
                var files = ObjectRows.ReadBodies(select);
                connection.Run("DELETE FROM uploads WHERE bucket = $bucket", ("$bucket", bucket));
                connection.Run("DELETE FROM buckets WHERE name = $bucket", ("$bucket", bucket));
                return files;
            },
            CancellationToken.None);
        files.Delete(parts);
    }

    private List<BucketInfo> List(string? name) => database.Read(connection =>
    {
        using var command = connection.Command(
            "SELECT name, created FROM buckets WHERE $name IS NULL OR name = $name ORDER BY name", ("$name", name));
        using var row = command.ExecuteReader();
        var buckets = new List<BucketInfo>();
        while (row.Read()) buckets.Add(new BucketInfo(row.GetString(0), ObjectRows.Time(row.GetInt64(1))));
        return buckets;
    });
}
