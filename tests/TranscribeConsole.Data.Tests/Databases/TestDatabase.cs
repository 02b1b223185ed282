using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TranscribeConsole.Data.Postgres;

namespace TranscribeConsole.Data.Tests.Databases;

/// <summary>An empty database of one provider or the other, for one test or class of tests.</summary>
public abstract class TestDatabase : IDisposable
{
    /// <summary>Registers it as the application does.</summary>
    public abstract IServiceCollection AddTo(IServiceCollection services);

    /// <summary>Brings it to the newest schema.</summary>
    public abstract void Open(IServiceProvider services);

    /// <summary>Ends the connections, as the end of a process does.</summary>
    public abstract void Disconnect();

    public virtual void Dispose()
    {
        Disconnect();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly TemporaryDirectory _directory = new();

    public override IServiceCollection AddTo(IServiceCollection services) => services.AddAppDatabase(_directory.Path);

    public override void Open(IServiceProvider services)
    {
        using var database = services.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContext();
        AppDatabaseFile.Open(database, _directory.Path);
    }

    public override void Disconnect() => SqliteConnection.ClearAllPools();

    public override void Dispose()
    {
        base.Dispose();
        _directory.Dispose();
    }
}

public sealed class PostgresTestDatabase : TestDatabase
{
    private readonly string _connectionString = PostgresCluster.Shared.NewDatabase();

    public static void Migrate(string connectionString)
    {
        using var services = new ServiceCollection().AddPostgresDatabase(connectionString + ";Pooling=false").BuildServiceProvider();
        Migrate(services);
    }

    public override IServiceCollection AddTo(IServiceCollection services) => services.AddPostgresDatabase(_connectionString);

    public override void Open(IServiceProvider services) => Migrate(services);

    public override void Disconnect()
    {
        using var connection = new NpgsqlConnection(_connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static void Migrate(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        using var database = services.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContext();
        PostgresDatabase.Open(database, scope.ServiceProvider.GetRequiredService<KeyDatabase>(), () => { }, CancellationToken.None);
    }
}
