using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TranscribeConsole.Data;

/// <summary>The file of the database. One process has it at a time; whoever composes the application sees to that.</summary>
public static class AppDatabaseFile
{
    public const string Name = "app.db";

    // For that long a change waits for another process. The thread waits, too: a request must not keep it for the provider's half minute.
    private const int BusySeconds = 5;

    /// <summary>How a context reaches the file in the directory. A change that was saved survives <c>kill -9</c> and a power loss.</summary>
    public static void Configure(DbContextOptionsBuilder options, string directory)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, Name), DefaultTimeout = BusySeconds }.ToString())
            .AddInterceptors(DurableConnection.Instance);
    }

    /// <summary>Creates the file, readable by its owner alone, or brings it to the newest schema.</summary>
    /// <exception cref="AppDatabaseException">It can't be used; the message says why.</exception>
    public static void Open(AppDatabase database, string directory)
    {
        ArgumentNullException.ThrowIfNull(database);
        var path = Path.Combine(directory, Name);
        try
        {
            OwnerOnly(path);
            database.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL");
            ForgetBrokenMigration(database);
            var (applied, known) = (database.Database.GetAppliedMigrations().ToList(), database.Database.GetMigrations().ToList());
            if (applied.Except(known, StringComparer.Ordinal).Any()) throw new AppDatabaseException($"'{path}' was made by a newer version of TranscribeConsole.");
            // Asked first: Migrate compares the whole model with that of the last migration, at every start, before it finds nothing to do.
            if (known.Except(applied, StringComparer.Ordinal).Any()) database.Database.Migrate();
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new AppDatabaseException($"'{path}' can't be opened: {e.Message}", e);
        }
    }

    // SQLite gives its log the mode of the database.
    private static void OwnerOnly(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, new FileStreamOptions
        { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = ownerOnly });
        File.SetUnixFileMode(file.SafeFileHandle, ownerOnly);
    }

    // A process that is killed while it migrates leaves EF Core's lock, for which every later start would wait for ever.
    // https://learn.microsoft.com/ef/core/providers/sqlite/limitations#concurrent-migrations-protection
    private static void ForgetBrokenMigration(AppDatabase database) =>
        database.Database.ExecuteSqlRaw("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");

    /// <summary>Sets what SQLite keeps per connection: a commit returns when the log is on disk.</summary>
    private sealed class DurableConnection : DbConnectionInterceptor
    {
        public static readonly DurableConnection Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = Command(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = Command(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private static DbCommand Command(DbConnection connection)
        {
            var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = FULL";
            return command;
        }
    }
}

/// <summary>The database can't be used, for a reason that the person who starts the application can remove.</summary>
public sealed class AppDatabaseException(string message, Exception? innerException = null) : Exception(message, innerException);
