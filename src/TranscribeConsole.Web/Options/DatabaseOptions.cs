namespace TranscribeConsole.Web.Options;

/// <summary>Where the application's own database is, section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; init; }

    /// <summary>Of PostgreSQL; holds a password, and is never logged or shown.</summary>
    public string ConnectionString { get; init; } = "";
}

/// <summary>What keeps the application's own database.</summary>
public enum DatabaseProvider
{
    /// <summary>A file in the data directory, for one instance.</summary>
    Sqlite,

    /// <summary>A server, which several instances may share.</summary>
    Postgres,
}
