using Microsoft.Data.Sqlite;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

public sealed class LocalDatabaseTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Work_that_throws_takes_nothing_with_it_and_its_error_reaches_whoever_asked()
    {
        await using var database = LocalDatabase.Open(_directory.Path);
        var (good, bad) = await InOneBatchAsync(database, Add("kept"), connection =>
        {
            Add("lost")(connection);
            throw new InvalidOperationException("no");
        });

        await good;
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal("kept", Names(database));
    }

    [Fact]
    public async Task Row_that_finds_no_room_takes_nothing_with_it()
    {
        await using var database = LocalDatabase.Open(_directory.Path);
        await database.WriteAsync(connection => { connection.Run("PRAGMA max_page_count = 1"); }, CancellationToken.None); // means: its present size

        var (small, big) = await InOneBatchAsync(database, Add("small"), Add(new string('b', 100_000)));

        await small;
        Assert.Equal(13, (await Assert.ThrowsAsync<SqliteException>(() => big)).SqliteErrorCode);
        Assert.Equal("small", Names(database));
    }

    [Fact]
    public async Task Work_handed_over_before_the_end_is_committed_and_later_work_is_refused()
    {
        var database = LocalDatabase.Open(_directory.Path);
        var written = database.WriteAsync(Add("last"), CancellationToken.None);
        await database.DisposeAsync();

        await written;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.WriteAsync(Add("late"), CancellationToken.None));
        await using var again = LocalDatabase.Open(_directory.Path);
        Assert.Equal("last", Names(again));
    }

    [Fact]
    public async Task Database_of_a_newer_version_is_refused_and_can_be_opened_by_that_one()
    {
        await using (var database = LocalDatabase.Open(_directory.Path))
            await database.WriteAsync(connection => { connection.Run("PRAGMA user_version = 9999"); }, CancellationToken.None);

        var error = Assert.Throws<InvalidDataException>(() => LocalDatabase.Open(_directory.Path));

        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
    }

    private static async Task<(Task First, Task Second)> InOneBatchAsync(
        LocalDatabase database, Action<SqliteConnection> first, Action<SqliteConnection> second)
    {
        using var busy = new ManualResetEventSlim();
        var blocking = database.WriteAsync(_ => busy.Wait(), CancellationToken.None);
        var (one, two) = (database.WriteAsync(first, CancellationToken.None), database.WriteAsync(second, CancellationToken.None));
        busy.Set();
        await blocking;
        return (one, two);
    }

    private static Action<SqliteConnection> Add(string name) =>
        connection => connection.Run("INSERT INTO buckets (name, created) VALUES ($name, 0)", ("$name", name));

    private static string Names(LocalDatabase database) => database.Read(connection =>
    {
        using var command = connection.Command("SELECT group_concat(name) FROM buckets");
        return (string)command.ExecuteScalar()!;
    });
}
