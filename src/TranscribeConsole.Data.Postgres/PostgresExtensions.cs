using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.Data.Postgres;

public static class PostgresExtensions
{
    /// <summary>Registers the contexts for the database, which has been opened once before they are used.</summary>
    public static IServiceCollection AddPostgresDatabase(this IServiceCollection services, string connectionString) => services
        .AddDbContextFactory<AppDatabase>(options => PostgresDatabase.Configure(options, connectionString))
        .AddDbContext<KeyDatabase>(options => KeyDatabase.Configure(options, connectionString));
}
