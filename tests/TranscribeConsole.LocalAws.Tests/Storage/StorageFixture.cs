using System.Text;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

/// <summary>Storage in a directory of its own, with the bucket <c>media</c>; can be closed and opened again.</summary>
internal sealed class StorageFixture : IAsyncDisposable
{
    public const string Bucket = "media";

    private readonly TemporaryDirectory _directory = new();

    private readonly int _maxInRow;

    private StorageFixture(int maxInRow) => _maxInRow = maxInRow;

    public string DataDirectory => _directory.Path;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public LocalDatabase Database { get; private set; } = null!;

    public BodyFiles Files { get; private set; } = null!;

    public ObjectCache Cache { get; private set; } = null!;

    public BucketStore Buckets { get; private set; } = null!;

    public ObjectStore Objects { get; private set; } = null!;

    /// <param name="maxInRow">-1: every body is a file, however small.</param>
    public static async Task<StorageFixture> CreateAsync(Func<string, long, FileStream>? create = null, int maxInRow = -1)
    {
        var fixture = new StorageFixture(maxInRow);
        fixture.Open(create);
        await fixture.Buckets.CreateAsync(Bucket, CancellationToken.None);
        return fixture;
    }

    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Open(null);
    }

    /// <summary>Every file under <c>objects/</c>.</summary>
    public string[] AllFiles() => Directory.GetFiles(Path.Combine(DataDirectory, "objects"), "*", SearchOption.AllDirectories);

    public Task<ObjectInfo> PutAsync(string key, string text) =>
        Objects.PutAsync(Bucket, key, "text/plain", new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None);

    public async Task<string?> ReadAsync(string key)
    {
        if (Objects.Open(Bucket, key) is not { } found) return null;
        using var reader = new StreamReader(found.Body);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Objects.Dispose();
        await Database.DisposeAsync();
        _directory.Dispose();
    }

    private void Open(Func<string, long, FileStream>? create)
    {
        Database = LocalDatabase.Open(DataDirectory);
        Files = new BodyFiles(DataDirectory, create, _maxInRow);
        Cache = new ObjectCache();
        Buckets = new BucketStore(Database, Files, Time);
        Objects = new ObjectStore(Database, Files, Cache, Time);
    }
}
