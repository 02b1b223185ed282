using System.Globalization;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

/// <summary>What was read once is known, and never known for longer than it is true.</summary>
public sealed class ObjectCacheTests
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Each writer counts up its key and reads it back; readers of all keys must never see a number lower than one that they saw before.</summary>
    [Fact]
    public async Task Reads_are_never_older_than_a_finished_write_or_an_earlier_read_under_sixteen_writers()
    {
        const int writers = 16, writes = 30;
        await using var storage = await StorageFixture.CreateAsync(maxInRow: BodyFiles.MaxInRow);
        using var done = new CancellationTokenSource();
        var acknowledged = new int[writers];
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var seen = new int[writers];
            while (!done.IsCancellationRequested)
            {
                for (var key = 0; key < writers; key++)
                {
                    var least = Math.Max(seen[key], Volatile.Read(ref acknowledged[key]));
                    seen[key] = await ReadAsync(storage, key);
                    Assert.True(seen[key] >= least, $"Key {key} is {seen[key]} after it was {least}.");
                }
            }
        })).ToArray();

        await Task.WhenAll(Enumerable.Range(0, writers).Select(key => Task.Run(async () =>
        {
            for (var value = 1; value <= writes; value++)
            {
                // Every third is too large for its row: file and row take turns.
                await storage.PutAsync($"{key}", value.ToString(CultureInfo.InvariantCulture) + new string(' ', value % 3 == 0 ? 20_000 : 10));
                Volatile.Write(ref acknowledged[key], value);
                Assert.Equal(value, await ReadAsync(storage, key));
            }
        })));

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public void Object_that_was_read_before_a_change_ended_is_not_known()
    {
        var cache = new ObjectCache();
        Assert.Null(cache.Find("b", "k", out var before));
        using (cache.Change("b", "k"))
        {
            Assert.Null(cache.Find("b", "k", out var during));
            cache.Add(Object("k", 1), during);
            Assert.Null(cache.Find("b", "k", out _));
        }

        cache.Add(Object("k", 1), before); // a reader that was slow
        Assert.Null(cache.Find("b", "k", out var after));
        cache.Add(Object("k", 1), after);
        Assert.NotNull(cache.Find("b", "k", out _));
    }

    [Fact]
    public void Known_objects_take_a_bounded_amount_of_memory()
    {
        var cache = new ObjectCache();
        const int objects = 4_000, size = 16 * 1024; // 64 MiB together
        for (var i = 0; i < objects; i++)
        {
            cache.Find("b", $"{i}", out var ticket);
            cache.Add(Object($"{i}", size), ticket);
        }

        var known = Enumerable.Range(0, objects).Count(i => cache.Find("b", $"{i}", out _) is not null);
        Assert.InRange(known, 100, 16 * 1024 * 1024 / size);
    }

    private static StoredObject Object(string key, int size) => new(
        new ObjectInfo("b", key, size, "etag", DateTimeOffset.UnixEpoch, None, None, None, ChecksumTypes.FullObject), new byte[size], []);

    private static async Task<int> ReadAsync(StorageFixture storage, int key) =>
        await storage.ReadAsync($"{key}") is { } text ? int.Parse(text.AsSpan().Trim(), CultureInfo.InvariantCulture) : 0;
}
