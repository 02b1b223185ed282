using System.Collections.Concurrent;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Objects that were read lately, so that reading one again asks neither database nor disk. Never shows what is no longer the case.</summary>
/// <remarks>
/// Keys share stripes. While a write to a key is under way its stripe is closed, and readers go to the database; when it ends the stripe has
/// another version, and what was read before no longer counts. So nobody can see an old object after somebody has seen the new one.
/// </remarks>
internal sealed class ObjectCache
{
    private const int Stripes = 1024;
    private const long MaxBytes = 16 * 1024 * 1024;
    private const int EntryBytes = 1024; // about what an entry costs beside its content

    private readonly ConcurrentDictionary<(string Bucket, string Key), Entry> _entries = [];
    private readonly int[] _writers = new int[Stripes];
    private readonly long[] _versions = new long[Stripes];
    private long _bytes;

    /// <summary>The object, if it is known for certain.</summary>
    /// <param name="ticket">For <see cref="Add"/>, when it has to be read.</param>
    public StoredObject? Find(string bucket, string key, out Ticket ticket)
    {
        var stripe = StripeOf(bucket, key);
        ticket = new Ticket(stripe, Volatile.Read(ref _versions[stripe]), Volatile.Read(ref _writers[stripe]) == 0);
        return ticket.IsOpen && _entries.TryGetValue((bucket, key), out var entry) && entry.Version == ticket.Version ? entry.Object : null;
    }

    /// <summary>Keeps what was read from the database after the ticket was taken.</summary>
    public void Add(StoredObject found, Ticket ticket)
    {
        if (!ticket.IsOpen) return;
        var key = (found.Info.Bucket, found.Info.Key);
        Remove(key);
        var entry = new Entry(found, ticket.Version);
        if (!_entries.TryAdd(key, entry)) return;
        if (Interlocked.Add(ref _bytes, entry.Cost) > MaxBytes) Trim();
    }

    /// <summary>Closes the stripes of the keys until disposed; the write happens in between.</summary>
    public IDisposable Change(IEnumerable<(string Bucket, string Key)> keys) => new Changing(this, [.. keys.Select(key => StripeOf(key.Bucket, key.Key)).Distinct()]);

    public IDisposable Change(string bucket, string key) => new Changing(this, [StripeOf(bucket, key)]);

    private static int StripeOf(string bucket, string key) => (HashCode.Combine(bucket, key) & int.MaxValue) % Stripes;

    private void Trim()
    {
        foreach (var (key, _) in _entries)
        {
            if (Volatile.Read(ref _bytes) < MaxBytes * 3 / 4) return;
            Remove(key);
        }
    }

    private void Remove((string, string) key)
    {
        if (_entries.TryRemove(key, out var removed)) Interlocked.Add(ref _bytes, -removed.Cost);
    }

    internal readonly record struct Ticket(int Stripe, long Version, bool IsOpen);

    private sealed record Entry(StoredObject Object, long Version)
    {
        public long Cost => EntryBytes + (Object.Content?.Length ?? 0) + (Object.Bodies.Count * 100L) + (Object.Info.PartSizes.Count * 8L);
    }

    private sealed class Changing : IDisposable
    {
        private readonly ObjectCache _cache;
        private readonly int[] _stripes;

        public Changing(ObjectCache cache, int[] stripes)
        {
            (_cache, _stripes) = (cache, stripes);
            foreach (var stripe in stripes) Interlocked.Increment(ref cache._writers[stripe]);
        }

        public void Dispose()
        {
            foreach (var stripe in _stripes)
            {
                Interlocked.Increment(ref _cache._versions[stripe]);
                Interlocked.Decrement(ref _cache._writers[stripe]);
            }
        }
    }
}
