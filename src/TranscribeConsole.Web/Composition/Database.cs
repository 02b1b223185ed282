using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Composition;

internal static class Database
{
    /// <summary>The application's own database, in its data directory.</summary>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddAppDatabase(builder.Configuration[$"{AppOptions.Section}:{nameof(AppOptions.DataDirectory)}"]!);
        builder.Services.AddHostedService<DatabaseStart>();
    }

    /// <summary>Brings the file to the newest schema before any other service starts; the data directory is locked by then.</summary>
    private sealed class DatabaseStart(IDbContextFactory<AppDatabase> databases, AppDataDirectory directory) : IHostedLifecycleService
    {
        public async Task StartingAsync(CancellationToken cancellationToken)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            try
            {
                AppDatabaseFile.Open(database, directory.Path);
            }
            catch (AppDatabaseException e)
            {
                throw new StartFailedException($"App:DataDirectory: {e.Message}", e);
            }
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
