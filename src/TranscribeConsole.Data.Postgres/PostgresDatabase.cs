using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TranscribeConsole.Data.Postgres;

/// <summary>A database of PostgreSQL, which several instances of the application use at a time.</summary>
public static class PostgresDatabase
{
    /// <summary>Any number, the same in every instance: whoever brings the schema forward holds PostgreSQL's advisory lock of it.</summary>
    private const long MigrationLock = 7_245_909_830_112_001;

    // Another instance may have much to bring forward.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>How a context reaches the database.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgresDatabase).Assembly))
            .AddInterceptors(StorableText.Instance);
    }

    /// <summary>Brings the database, which must exist, to the newest schema. Instances that start at the same time do it one after the other.</summary>
    /// <param name="begin">What each instance does first, one after the other.</param>
    /// <exception cref="AppDatabaseException">It can't be used; the message says why and holds no secret.</exception>
    public static void Open(AppDatabase database, KeyDatabase keys, Action begin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(keys);
        try
        {
            database.Database.SetCommandTimeout(Patience);
            keys.Database.SetCommandTimeout(Patience);
            database.Database.OpenConnection();
            Lock(database, cancellationToken);
            try
            {
                if (IsNewer(database) || IsNewer(keys)) throw new AppDatabaseException("the database was made by a newer version of TranscribeConsole.");
                database.Database.Migrate();
                keys.Database.Migrate();
                begin();
            }
            finally
            {
                database.Database.ExecuteSql($"SELECT pg_advisory_unlock({MigrationLock})");
                database.Database.CloseConnection();
            }
        }
        catch (DbException e)
        {
            throw new AppDatabaseException(Reason(e), e);
        }
        catch (InvalidOperationException e) when (e.InnerException is DbException inner) // how the provider tells of what may pass
        {
            throw new AppDatabaseException(Reason(inner), inner);
        }
    }

    // Asked for again and again: whoever waits in the server can't be stopped.
    private static void Lock(AppDatabase database, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (!database.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({MigrationLock}) AS \"Value\"").AsEnumerable().Single())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience) throw new AppDatabaseException("another instance has been bringing the schema forward for ten minutes; look whether it hangs.");
            if (cancellationToken.WaitHandle.WaitOne(Pause)) cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The faults of a connection string, without quoting it; null: it can be used.</summary>
    public static string? FaultOf(string connectionString)
    {
        const string form = "is not of the form Host=…;Database=…;Username=…;Password=…";
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            return form; // the exception quotes what it did not understand, which may be the password
        }

        if (string.IsNullOrWhiteSpace(builder.Host) || string.IsNullOrWhiteSpace(builder.Database)) return $"{form}: Host and Database are needed";
        return builder.IncludeErrorDetail || builder.LogParameters ? "has Include Error Detail or Log Parameters, which would write what people typed into the log" : null;
    }

    public static bool HasPassword(string connectionString) => FaultOf(connectionString) is null && new NpgsqlConnectionStringBuilder(connectionString).Password is { Length: > 0 };

    private static bool IsNewer(DbContext context) =>
        context.Database.GetAppliedMigrations().Except(context.Database.GetMigrations(), StringComparer.Ordinal).Any();

    // Of a server that does not answer, the inner exception knows why.
    private static string Reason(DbException exception) =>
        exception is PostgresException || exception.InnerException is not { } inner
            ? $"PostgreSQL can't be used: {exception.Message}"
            : $"PostgreSQL can't be reached: {exception.Message.TrimEnd('.')}: {inner.Message}";
}
