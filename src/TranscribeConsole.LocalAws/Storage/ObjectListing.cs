using Microsoft.Data.Sqlite;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>What to list of a bucket.</summary>
/// <param name="Delimiter">Keys that share what follows the prefix up to the first delimiter are one common prefix; empty: none.</param>
/// <param name="From">Where to begin, inclusive, as key bytes; empty: at the first key.</param>
internal sealed record ListQuery(string Bucket, string Prefix, string Delimiter, byte[] From, int MaxKeys);

/// <param name="LastModified">Whole milliseconds.</param>
internal sealed record ListedObject(
    string Key, long Size, string ETag, DateTimeOffset LastModified, IReadOnlyList<string> ChecksumAlgorithms, string ChecksumType);

/// <summary>A page of a listing.</summary>
/// <param name="CommonPrefixes">In order; each counts as one of the page's keys.</param>
/// <param name="Next">Where the next page begins; null: this is the last.</param>
internal sealed record ObjectPage(IReadOnlyList<ListedObject> Objects, IReadOnlyList<string> CommonPrefixes, byte[]? Next);

/// <summary>Lists keys in the order of their UTF-8 bytes. Every step seeks in the index: keys below a common prefix are not visited.</summary>
internal sealed class ObjectListing(LocalDatabase database)
{
    public ObjectPage List(ListQuery query) => database.Read(connection =>
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        return new Walk(connection, query).Run();
    });

    /// <summary>The first position after every key that begins with these bytes.</summary>
    /// <remarks>UTF-8 has no byte 0xFF, so the last byte can always be counted up.</remarks>
    public static byte[] After(byte[] prefix)
    {
        byte[] next = [.. prefix];
        next[^1]++;
        return next;
    }

    /// <summary>The first position after this key.</summary>
    public static byte[] Following(byte[] key) => [.. key, 0];

    private sealed class Walk(SqliteConnection connection, ListQuery query)
    {
        private readonly byte[] _prefix = ObjectRows.Bytes(query.Prefix);
        private readonly byte[] _delimiter = ObjectRows.Bytes(query.Delimiter);
        private readonly List<ListedObject> _objects = [];
        private readonly List<string> _commonPrefixes = [];

        public ObjectPage Run()
        {
            if (query.MaxKeys == 0) return new ObjectPage([], [], null);
            var from = Later(query.From, _prefix);
            while (true)
            {
                var (commonPrefix, next) = ReadUpToCommonPrefix(from);
                if (next is not null) return Page(next);
                if (commonPrefix is null) return Page(null);
                from = After(commonPrefix);
                _commonPrefixes.Add(ObjectRows.Text(commonPrefix));
            }
        }

        // Reads keys until one belongs to a common prefix that is to be skipped, the page is full (Next is set), or there are no more.
        private (byte[]? CommonPrefix, byte[]? Next) ReadUpToCommonPrefix(byte[] from)
        {
            using var command = Select(from);
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                var key = row.GetFieldValue<byte[]>(0);
                if (_objects.Count + _commonPrefixes.Count == query.MaxKeys) return (null, key);
                if (CommonPrefixOf(key) is { } commonPrefix) return (commonPrefix, null);
                _objects.Add(new ListedObject(
                    ObjectRows.Text(key), row.GetInt64(1), row.GetString(2), ObjectRows.Time(row.GetInt64(3)),
                    ObjectRows.Names(row.GetFieldValue<byte[]>(4)), row.GetString(5)));
            }

            return (null, null);
        }

        private SqliteCommand Select(byte[] from)
        {
            var end = _prefix.Length == 0 ? null : After(_prefix);
            return connection.Command(
                $"""
                SELECT key, size, etag, modified, checksums, checksum_type FROM objects
                WHERE bucket = $bucket AND key >= $from {(end is null ? "" : "AND key < $end")} ORDER BY key LIMIT $limit
                """,
                ("$bucket", query.Bucket), ("$from", from), ("$end", end),
                ("$limit", query.MaxKeys + 1 - _objects.Count - _commonPrefixes.Count));
        }

        private byte[]? CommonPrefixOf(byte[] key)
        {
            if (_delimiter.Length == 0) return null;
            var at = key.AsSpan(_prefix.Length).IndexOf(_delimiter);
            return at < 0 ? null : key[..(_prefix.Length + at + _delimiter.Length)];
        }

        private ObjectPage Page(byte[]? next) => new(_objects, _commonPrefixes, next);

        private static byte[] Later(byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b) > 0 ? a : b;
    }
}
