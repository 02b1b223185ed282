using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>The SQL of objects and their bodies; no files.</summary>
internal static class ObjectRows
{
    // Refuses what has no UTF-8 form (half a surrogate pair) instead of storing something else.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Bytes(string key) => StrictUtf8.GetBytes(key);

    public static string Text(byte[] key) => StrictUtf8.GetString(key);

    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static bool Exists(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar() is not null;
    }

    public static bool BucketExists(SqliteConnection connection, string bucket) =>
        connection.Exists("SELECT 1 FROM buckets WHERE name = $name", ("$name", bucket));

    public static (long Id, ObjectInfo Info)? Find(SqliteConnection connection, string bucket, string key)
    {
        using var command = connection.Command(
            """
            SELECT id, size, etag, modified, headers, metadata, checksums, checksum_type, tags, part_sizes
            FROM objects WHERE bucket = $bucket AND key = $key
            """,
            ("$bucket", bucket), ("$key", Bytes(key)));
        using var row = command.ExecuteReader();
        if (!row.Read()) return null;
        return (row.GetInt64(0), ReadInfo(bucket, key, row, 1));
    }

    /// <summary>The object with its content or its files, as of one moment.</summary>
    public static StoredObject? FindStored(SqliteConnection connection, string bucket, string key)
    {
        using var command = connection.Command(
            """
            SELECT objects.size, etag, modified, headers, metadata, checksums, checksum_type, tags, part_sizes, content, bodies.name, bodies.size
            FROM objects LEFT JOIN contents ON contents.object = objects.id LEFT JOIN bodies ON bodies.object = objects.id
            WHERE bucket = $bucket AND key = $key ORDER BY ordinal
            """,
            ("$bucket", bucket), ("$key", Bytes(key)));
        using var row = command.ExecuteReader();
        if (!row.Read()) return null;
        var info = ReadInfo(bucket, key, row, 0);
        var content = row.IsDBNull(9) ? null : row.GetFieldValue<byte[]>(9);
        var bodies = new List<BodyFile>();
        if (content is null)
        {
            do bodies.Add(new BodyFile(row.GetString(10), row.GetInt64(11)));
            while (row.Read());
        }

        return new StoredObject(info, content, bodies);
    }

    public static List<BodyFile> Bodies(SqliteConnection connection, long id)
    {
        using var command = connection.Command("SELECT name, size FROM bodies WHERE object = $id ORDER BY ordinal", ("$id", id));
        return ReadBodies(command);
    }

    /// <summary>Puts the object in the place of the one that is there; returns the files of that one, to be deleted after the commit.</summary>
    public static List<BodyFile> Replace(SqliteConnection connection, StoredObject stored, string? upload = null)
    {
        var info = stored.Info;
        var replaced = Remove(connection, info.Bucket, info.Key);
        using var insert = connection.Command(
            """
            INSERT INTO objects (bucket, key, size, etag, modified, headers, metadata, checksums, checksum_type, tags, part_sizes, upload)
            VALUES ($bucket, $key, $size, $etag, $modified, $headers, $metadata, $checksums, $type, $tags, $parts, $upload) RETURNING id
            """,
            ("$bucket", info.Bucket), ("$key", Bytes(info.Key)), ("$size", info.Size), ("$etag", info.ETag),
            ("$modified", info.LastModified.ToUnixTimeMilliseconds()), ("$headers", Json(info.Headers)),
            ("$metadata", Json(info.UserMetadata)), ("$checksums", Json(info.Checksums)), ("$type", info.ChecksumType),
            ("$tags", Json(info.Tags)), ("$parts", info.PartSizes.Count == 0 ? "[]" : JsonSerializer.Serialize(info.PartSizes)), ("$upload", upload));
        var id = (long)insert.ExecuteScalar()!;
        if (stored.Content is { } content) connection.Run("INSERT INTO contents (object, content) VALUES ($id, $content)", ("$id", id), ("$content", content));
        else InsertBodies(connection, id, stored.Bodies);
        return replaced;
    }

    /// <summary>Puts one file in the place of the object's parts; false when these are no longer its files.</summary>
    public static bool TryReplaceBodies(SqliteConnection connection, string bucket, string key, IReadOnlyList<BodyFile> parts, BodyFile joined)
    {
        if (Find(connection, bucket, key) is not { } found || !Bodies(connection, found.Id).SequenceEqual(parts)) return false;
        connection.Run("DELETE FROM bodies WHERE object = $id", ("$id", found.Id));
        InsertBodies(connection, found.Id, [joined]);
        return true;
    }

    /// <summary>False when there is no such object.</summary>
    public static bool SetTags(SqliteConnection connection, string bucket, string key, IReadOnlyDictionary<string, string> tags) => connection.Run(
        "UPDATE objects SET tags = $tags WHERE bucket = $bucket AND key = $key",
        ("$tags", Json(tags)), ("$bucket", bucket), ("$key", Bytes(key))) == 1;

    /// <summary>Removes the object's rows; returns its files, empty when there was none.</summary>
    public static List<BodyFile> Remove(SqliteConnection connection, string bucket, string key)
    {
        using var command = connection.Command(
            """
            SELECT bodies.name, bodies.size FROM objects JOIN bodies ON bodies.object = objects.id
            WHERE objects.bucket = $bucket AND objects.key = $key
            """,
            ("$bucket", bucket), ("$key", Bytes(key)));
        var bodies = ReadBodies(command);
        connection.Run("DELETE FROM objects WHERE bucket = $bucket AND key = $key", ("$bucket", bucket), ("$key", Bytes(key)));
        return bodies;
    }

    public static List<BodyFile> ReadBodies(SqliteCommand command)
    {
        var bodies = new List<BodyFile>();
        using var row = command.ExecuteReader();
        while (row.Read()) bodies.Add(new BodyFile(row.GetString(0), row.GetInt64(1)));
        return bodies;
    }

    public static DateTimeOffset Time(long unixMilliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds);

    public static string Json(IReadOnlyDictionary<string, string> strings) => strings.Count == 0 ? "{}" : JsonSerializer.Serialize(strings);

    public static Dictionary<string, string> Strings(string json) => json == "{}" ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <summary>The names of such an object, whose values a list does not need.</summary>
    public static IReadOnlyList<string> Names(ReadOnlySpan<byte> json)
    {
        var names = new List<string>(1);
        for (var reader = new Utf8JsonReader(json); reader.Read();)
            if (reader.TokenType == JsonTokenType.PropertyName) names.Add(reader.GetString()!);
        return names;
    }

    private static ObjectInfo ReadInfo(string bucket, string key, SqliteDataReader row, int first) => new(
        bucket, key, row.GetInt64(first), row.GetString(first + 1), Time(row.GetInt64(first + 2)), Strings(row.GetString(first + 3)),
        Strings(row.GetString(first + 4)), Strings(row.GetString(first + 5)), row.GetString(first + 6))
    {
        Tags = Strings(row.GetString(first + 7)),
        PartSizes = row.GetString(first + 8) is var sizes and not "[]" ? JsonSerializer.Deserialize<long[]>(sizes)! : [],
    };

    private static void InsertBodies(SqliteConnection connection, long id, IReadOnlyList<BodyFile> bodies)
    {
        using var insert = connection.Command("INSERT INTO bodies (object, ordinal, name, size) VALUES ($id, $ordinal, $name, $size)");
        insert.Parameters.AddWithValue("$id", id);
        var ordinal = insert.Parameters.AddWithValue("$ordinal", 0);
        var name = insert.Parameters.AddWithValue("$name", "");
        var size = insert.Parameters.AddWithValue("$size", 0L);
        for (var i = 0; i < bodies.Count; i++)
        {
            (ordinal.Value, name.Value, size.Value) = (i, bodies[i].Name, bodies[i].Size);
            insert.ExecuteNonQuery();
        }
    }
}
