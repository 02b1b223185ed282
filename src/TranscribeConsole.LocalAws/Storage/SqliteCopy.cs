using Microsoft.Data.Sqlite;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Copies of SQLite databases, as of one moment, while others write to them.</summary>
public static class SqliteCopy
{
    /// <summary>Copies the database, replacing an earlier copy; only its owner may read it.</summary>
    /// <exception cref="LocalAwsStartException">It can't be read, or there is no room for the copy.</exception>
    public static void Run(string from, string to)
    {
        try
        {
            Copy(from, to);
        }
        catch (SqliteException e)
        {
            throw new LocalAwsStartException($"The database '{from}' can't be copied: {e.Message}", e);
        }
    }

    /// <exception cref="LocalAwsStartException">It is damaged.</exception>
    public static void Verify(string path)
    {
        try
        {
            using var database = Open(path, SqliteOpenMode.ReadOnly);
            using var command = database.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (command.ExecuteScalar() is "ok") return;
        }
        catch (SqliteException e)
        {
            throw new LocalAwsStartException($"The database '{path}' can't be read: {e.Message}", e);
        }

        throw new LocalAwsStartException($"The database '{path}' is damaged.");
    }

    internal static IReadOnlyList<BodyFile> Bodies(string path)
    {
        using var database = Open(path, SqliteOpenMode.ReadOnly);
        using var command = database.CreateCommand();
        command.CommandText = "SELECT name, size FROM bodies UNION ALL SELECT name, size FROM parts";
        return ObjectRows.ReadBodies(command);
    }

    private static void Copy(string from, string to)
    {
        File.Delete(to);
        using (new FileStream(to, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite })) { }
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var copy = Open(to, SqliteOpenMode.ReadWrite);
        source.BackupDatabase(copy); // in one step: in a write-ahead log the writers go on, and the copy is of one moment
        // One file, whole by itself; the console turns the log on again when it opens it.
        Execute(copy, "PRAGMA journal_mode = DELETE");
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
