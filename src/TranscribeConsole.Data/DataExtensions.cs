using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.Data;

public static class DataExtensions
{
    /// <summary>Registers <see cref="IDbContextFactory{TContext}"/> for the database in the directory, which has been opened once before it is used.</summary>
    public static IServiceCollection AddAppDatabase(this IServiceCollection services, string directory) =>
        services.AddDbContextFactory<AppDatabase>(options => AppDatabaseFile.Configure(options, directory));
}
