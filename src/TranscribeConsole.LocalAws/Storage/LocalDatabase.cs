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
/// each piece of work stands in a savepoint of its own, so that one that throws takes nothing with it. When the disk is full, each is
/// tried again in a transaction of its own, so that a deletion is not lost with a row that found no room. Work may thus run twice and
/// must only compute and use its connection.
/// </remarks>
internal sealed class LocalDatabase : IAsyncDisposable
{
    private const int MaxBatch = 128;
    private const int ReservedLogBytes = 4 * 1024 * 1024; // what SQLite lets the log grow to before it is written back

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

    /// <summary>Opens <c>localaws.db</c> in the directory, creating and migrating it as needed; it is readable by its owner alone.</summary>
    /// <exception cref="InvalidDataException">A newer version made it.</exception>
    /// <exception cref="SqliteException">It is damaged, or cannot be read or written.</exception>
    public static LocalDatabase Open(string directory)
    {
        var path = Path.Combine(directory, "localaws.db");
        OwnerOnly(path);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true }.ToString();
        var writer = Connect(connectionString);
        try
        {
            Execute(writer, "PRAGMA foreign_keys = ON");
            Execute(writer, "PRAGMA journal_mode = WAL");
            Execute(writer, "PRAGMA synchronous = FULL");
            Migrate(writer);
            ReserveLog(path + "-wal");
            return new LocalDatabase(connectionString, writer);
        }
        catch
        {
            writer.Dispose();
            SqliteConnection.ClearPool(writer);
            throw;
        }
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

    /// <summary>Bytes of the file that deleted rows have left for new ones; it does not shrink.</summary>
    public long ReusableBytes => Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT freelist_count * page_size FROM pragma_freelist_count(), pragma_page_size()";
        return (long)command.ExecuteScalar()!;
    });

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
            Write(batch);
            batch.Clear();
        }
    }

    // A thread of its own may block; SQLite's calls do so anyway.
    private bool WaitForWrites() => _writes.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private void Write(List<PendingWrite> batch)
    {
        if (TryCommit(batch) is not { } failure) return;
        var unfinished = batch.Where(pending => !pending.Done.Task.IsCompleted);
        if (!StorageErrors.IsDiskFull(failure))
        {
            foreach (var pending in unfinished) pending.Done.TrySetException(failure);
            return;
        }

        MakeRoomInLog();
        foreach (var pending in unfinished)
        {
            if (TryCommit([pending]) is { } again) pending.Done.TrySetException(again);
        }
    }

    // The log is written over from its beginning once it is all in the database: room for a deletion even on a full disk.
    private void MakeRoomInLog()
    {
        try { Execute(_writer, "PRAGMA wal_checkpoint(PASSIVE)"); }
        catch (SqliteException) { /* No room for that either: the second try will say so. */ }
    }

    /// <returns>Null, or why nothing of the batch is committed; work that threw for itself has been told.</returns>
    private Exception? TryCommit(List<PendingWrite> batch)
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
        catch (Exception e) // whatever it is, the thread must live: without it every later write would wait for ever
        {
            RollBack();
            return e;
        }

        foreach (var pending in done) pending.Done.TrySetResult();
        return null;
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
        return connection;
    }

    // Deleting needs room in the log: without some laid aside, a full disk could not be cleared from here.
    private static void ReserveLog(string path)
    {
        try
        {
            using var log = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            Posix.Reserve(log, ReservedLogBytes);
        }
        catch (IOException e) when (StorageErrors.IsDiskFull(e)) { /* Started on a full disk: what there is must do. */ }
    }

    // SQLite gives its log the mode of the database.
    private static void OwnerOnly(string path)
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, new FileStreamOptions
        { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = ownerOnly });
        File.SetUnixFileMode(file.SafeFileHandle, ownerOnly);
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
            .OrderBy(migration => migration.Number)
            .ToList();
        if (Version(connection) > migrations[^1].Number)
        {
            throw new InvalidDataException(
                $"The database {connection.DataSource} was made by a newer version of TranscribeConsole; use that one, or another LocalAws:DataDirectory.");
        }

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
