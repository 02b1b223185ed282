using Microsoft.AspNetCore.DataProtection;
using TranscribeConsole.Data;
using TranscribeConsole.Data.Postgres;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Composition;

internal static class Database
{
    private const string ConnectionString = $"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}";

    /// <summary>The application's own database: a file in its data directory, or PostgreSQL's, which then has the keys of cookies and tokens as well.</summary>
    /// <exception cref="StartFailedException">The settings don't say which; the message names the key.</exception>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var options = OptionsOf(builder.Configuration);
        var keys = builder.Services.AddDataProtection().SetApplicationName("TranscribeConsole");
        if (options.Provider == DatabaseProvider.Postgres)
        {
            builder.Services.AddPostgresDatabase(options.ConnectionString);
            builder.Services.AddHostedService<PostgresStart>();
            keys.PersistKeysToDbContext<KeyDatabase>();
        }
        else
        {
            var directory = builder.Configuration[$"{AppOptions.Section}:{nameof(AppOptions.DataDirectory)}"]!;
            builder.Services.AddAppDatabase(directory);
            builder.Services.AddHostedService<SqliteStart>();
            keys.PersistKeysToFileSystem(AppDataDirectory.Keys(directory));
        }
    }

    /// <summary>The checked settings.</summary>
    /// <exception cref="StartFailedException">They contradict each other; the message names the key and never its value.</exception>
    public static DatabaseOptions OptionsOf(ConfigurationManager configuration)
    {
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        if (options.Provider == DatabaseProvider.Sqlite)
            return options.ConnectionString.Length == 0 ? options : throw new StartFailedException($"{ConnectionString} is for Database:Provider=Postgres alone: SQLite's file is in App:DataDirectory.");
        if (options.ConnectionString.Length == 0) throw new StartFailedException($"Database:Provider=Postgres needs {ConnectionString}, such as Host=db;Database=console;Username=console;Password=….");
        if (PostgresDatabase.FaultOf(options.ConnectionString) is { } fault) throw new StartFailedException($"{ConnectionString} {fault}.");
        if (PostgresDatabase.HasPassword(options.ConnectionString) && SettingsCheck.IsOnCommandLine(configuration, ConnectionString))
            throw new StartFailedException($"{ConnectionString} with a password can't stand on the command line, where every user of the machine can read it: set Database__ConnectionString in the environment, or name a file with Passfile.");
        return options;
    }
}
