using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;
using TranscribeConsole.Data.Postgres;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Composition;

/// <summary>Brings the database to the newest schema before any other service starts.</summary>
internal abstract class DatabaseStart(IDbContextFactory<AppDatabase> databases, string setting) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            Open(database, cancellationToken);
        }
        catch (AppDatabaseException e)
        {
            throw new StartFailedException($"{setting}: {e.Message}", e);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract void Open(AppDatabase database, CancellationToken cancellationToken);
}

/// <summary>The data directory is locked by then.</summary>
internal sealed class SqliteStart(IDbContextFactory<AppDatabase> databases, AppDataDirectory directory)
    : DatabaseStart(databases, $"{AppOptions.Section}:{nameof(AppOptions.DataDirectory)}")
{
    protected override void Open(AppDatabase database, CancellationToken cancellationToken) => AppDatabaseFile.Open(database, directory.Path);
}

internal sealed class PostgresStart(IDbContextFactory<AppDatabase> databases, IServiceScopeFactory scopes, IDataProtectionProvider protection)
    : DatabaseStart(databases, $"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}")
{
    protected override void Open(AppDatabase database, CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        PostgresDatabase.Open(database, scope.ServiceProvider.GetRequiredService<KeyDatabase>(), MakeKey, cancellationToken);
    }

    // Whoever comes first makes the key. Two who each made one would not know the other's until they read the keys again, a day later.
    private void MakeKey() => protection.CreateProtector("start").Protect([]);
}
