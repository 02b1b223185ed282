using System.Reflection;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>
/// The backend's SQLite database: metadata of buckets, objects and uploads, and the job queue, in one file so that one commit
/// can cover both. Write-ahead log with <c>synchronous=FULL</c>: what a completed write reported survives a power loss.
/// </summary>
/// <remarks>
/// One thread writes. It commits everything that waits for it at once, so that 16 writers pay for one sync and not for 16;
/// each piece of work stands in a savepoint of its own, so that a failing one takes nothing with it.
/// </remarks>
internal sealed class LocalDatabase : IAsyncDisposable
{
    private const int MaxBatch = 128;

    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly Channel<PendingWrite> _writes = Channel.CreateUnbounded<PendingWrite>(new() { SingleReader = true });
    private readonly Task _writing;

    private LocalDatabase(string connectionString, SqliteConnection writer)
    {
        _connectionString = connectionString;
        _writer = writer;
        _writing = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Opens <c>localaws.db</c> in the directory, creating and migrating it as needed.</summary>
    public static LocalDatabase Open(string directory)
    {
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(directory, "localaws.db"),
            Pooling = true,
        }.ToString();
        var writer = Connect(connectionString);
        Execute(writer, "PRAGMA journal_mode = WAL");
        Execute(writer, "PRAGMA synchronous = FULL");
        Migrate(writer);
        return new LocalDatabase(connectionString, writer);
    }

    /// <summary>Runs the work on the writing thread; completes when its transaction is on disk.</summary>
    /// <remarks>Cancelling stops the waiting only: work that was handed over is done or failed, never half done.</remarks>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        T? result = default;
        var pending = new PendingWrite(connection => result = work(connection));
        ObjectDisposedException.ThrowIf(!_writes.Writer.TryWrite(pending), this);
        await pending.Done.Task.WaitAsync(cancellationToken);
        return result!;
    }

    public Task WriteAsync(Action<SqliteConnection> work, CancellationToken cancellationToken) =>
        WriteAsync(connection => { work(connection); return true; }, cancellationToken);

    /// <summary>Runs the query on a pooled connection of its own, which sees every completed write.</summary>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        using var connection = Connect(_connectionString);
        return query(connection);
    }

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _writing;
        await _writer.DisposeAsync();
        using var probe = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(probe);
    }

    private void WriteAll()
    {
        var batch = new List<PendingWrite>(MaxBatch);
        while (WaitForWrites())
        {
            while (batch.Count < MaxBatch && _writes.Reader.TryRead(out var pending))
                batch.Add(pending);
            WriteBatch(batch);
            batch.Clear();
        }
    }

    // A thread of its own may block; SQLite's calls do so anyway.
    private bool WaitForWrites() => _writes.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private void WriteBatch(List<PendingWrite> batch)
    {
        var done = new List<PendingWrite>(batch.Count);
        try
        {
            Execute(_writer, "BEGIN IMMEDIATE");
            foreach (var pending in batch)
            {
                if (TryWork(pending)) done.Add(pending);
            }

            Execute(_writer, "COMMIT");
        }
        catch (SqliteException e)
        {
            RollBack();
            foreach (var pending in batch) pending.Done.TrySetException(e);
            return;
        }

        foreach (var pending in done) pending.Done.TrySetResult();
    }

    private bool TryWork(PendingWrite pending)
    {
        Execute(_writer, "SAVEPOINT work");
        try
        {
            pending.Work(_writer);
            Execute(_writer, "RELEASE work");
            return true;
        }
        catch (Exception e) when (!IsFatal(e)) // handed to the one who asked for the work
        {
            Execute(_writer, "ROLLBACK TO work");
            Execute(_writer, "RELEASE work");
            pending.Done.TrySetException(e);
            return false;
        }
    }

    // SQLITE_IOERR, SQLITE_CORRUPT and SQLITE_FULL may have ended the transaction already.
    private static bool IsFatal(Exception e) => e is SqliteException { SqliteErrorCode: 10 or 11 or 13 };

    private void RollBack()
    {
        try { Execute(_writer, "ROLLBACK"); }
        catch (SqliteException) { /* SQLite rolled back by itself. */ }
    }

    private static SqliteConnection Connect(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout = 10000");
        Execute(connection, "PRAGMA foreign_keys = ON");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // Migrations are the embedded files Storage/Migrations/NNNN-name.sql; user_version holds the last one applied.
    private static void Migrate(SqliteConnection connection)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var migrations = assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (Number: int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture), Name: name))
            .OrderBy(migration => migration.Number);
        foreach (var (number, name) in migrations)
        {
            if (number <= Version(connection)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            using var transaction = connection.BeginTransaction();
            Execute(connection, reader.ReadToEnd());
            Execute(connection, $"PRAGMA user_version = {number}");
            transaction.Commit();
        }
    }

    private static int Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed record PendingWrite(Action<SqliteConnection> Work)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
