using System.Text;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

public sealed class ObjectListingTests
{
    [Fact]
    public async Task Pages_of_a_hundred_thousand_keys_have_each_prefix_and_key_once()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await AddAsync(storage, Enumerable.Range(0, 100_000).Select(i => $"media/{i % 5}/{i:d6}").Append("media/top").Append("other"));
        var listing = new ObjectListing(storage.Database);

        var grouped = listing.List(new(StorageFixture.Bucket, "media/", "/", [], 1000));
        Assert.Equal(["media/0/", "media/1/", "media/2/", "media/3/", "media/4/"], grouped.CommonPrefixes);
        Assert.Equal(["media/top"], grouped.Objects.Select(item => item.Key));
        Assert.Null(grouped.Next);

        var keys = new List<string>();
        byte[]? from = [];
        while (from is not null)
        {
            var page = listing.List(new(StorageFixture.Bucket, "media/3/", "", from, 1000));
            keys.AddRange(page.Objects.Select(item => item.Key));
            from = page.Next;
        }

        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => $"media/3/{(i * 5) + 3:d6}"), keys);
    }

    [Fact]
    public async Task Listing_seeks_in_the_index()
    {
        await using var storage = await StorageFixture.CreateAsync();

        var plan = storage.Database.Read(connection =>
        {
            using var command = connection.Command(
                "EXPLAIN QUERY PLAN SELECT key FROM objects WHERE bucket = 'b' AND key >= x'61' AND key < x'62' ORDER BY key LIMIT 10");
            using var row = command.ExecuteReader();
            Assert.True(row.Read());
            var first = row.GetString(3);
            Assert.False(row.Read(), "a second step would be a sort");
            return first;
        });

        Assert.Contains("(bucket=? AND key>? AND key<?)", plan, StringComparison.Ordinal);
    }

    private static Task AddAsync(StorageFixture storage, IEnumerable<string> keys) => storage.Database.WriteAsync(
        connection =>
        {
            using var insert = connection.Command(
                """
                INSERT INTO objects (bucket, key, size, etag, modified, headers, metadata, checksums, checksum_type)
                VALUES ('media', $key, 1, '0', 0, '{}', '{}', '{}', 'FULL_OBJECT')
                """);
            var parameter = insert.Parameters.AddWithValue("$key", Array.Empty<byte>());
            foreach (var key in keys)
            {
                parameter.Value = Encoding.UTF8.GetBytes(key);
                insert.ExecuteNonQuery();
            }
        },
        CancellationToken.None);
}
