using Microsoft.Data.Sqlite;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

/// <summary>The stopped backend's files against its database.</summary>
internal static class StoredFiles
{
    /// <summary>Fails when the database is damaged, or a body is missing, or one is left over that nothing names.</summary>
    public static void Check(string directory)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(directory, "localaws.db")};Pooling=false");
        database.Open();
        Assert.Equal(["ok"], Strings(database, "PRAGMA integrity_check"));
        Assert.Empty(Strings(database, "PRAGMA foreign_key_check"));
        var named = Strings(database, "SELECT name FROM bodies UNION ALL SELECT name FROM parts");
        var there = Directory.EnumerateFiles(Path.Combine(directory, "objects"), "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!);
        Assert.Equal(named.Order(), there.Order());
    }

    private static List<string> Strings(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var strings = new List<string>();
        while (row.Read()) strings.Add(row.GetString(0));
        return strings;
    }
}
