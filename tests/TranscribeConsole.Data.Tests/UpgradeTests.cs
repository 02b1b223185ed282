using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TranscribeConsole.Data.Postgres;
using TranscribeConsole.Data.Tests.Databases;

namespace TranscribeConsole.Data.Tests;

/// <summary>Databases of earlier versions, as dumps with rows: the newest code opens each, and everything in it is still there.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const string Extension = ".sql";

    private static readonly string Schemas = Path.Combine(AppContext.BaseDirectory, "Schemas");

    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string, string> Dumps()
    {
        var dumps = new TheoryData<string, string>();
        foreach (var path in Directory.EnumerateFiles(Schemas, $"*{Extension}", SearchOption.AllDirectories).Order())
            dumps.Add(Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileNameWithoutExtension(path));
        return dumps;
    }

    [Theory]
    [MemberData(nameof(Dumps))]
    public void Database_of_an_earlier_version_keeps_its_rows(string provider, string dump)
    {
        if (provider == "Sqlite") UpgradeFile(dump);
        else UpgradePostgres(dump);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _directory.Dispose();
    }

    private void UpgradeFile(string dump)
    {
        const string tables = "SELECT name FROM sqlite_master WHERE type = 'table'";
        var file = $"Data Source={Path.Combine(_directory.Path, AppDatabaseFile.Name)};Foreign Keys=False"; // a dump is sorted by name
        Load(new SqliteConnection(file), dump, "Sqlite");
        var before = Rows(new SqliteConnection(file), tables);
        using var services = new ServiceCollection().AddAppDatabase(_directory.Path).BuildServiceProvider();
        using var database = services.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContext();
        AppDatabaseFile.Open(database, _directory.Path);

        AssertKept(before, Rows(new SqliteConnection(file), tables));
        AssertReadable(database);
    }

    private static void UpgradePostgres(string dump)
    {
        const string tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
        var connection = PostgresCluster.Shared.NewEmptyDatabase();
        Load(new NpgsqlConnection(connection), dump, "Postgres");
        var before = Rows(new NpgsqlConnection(connection), tables);
        PostgresTestDatabase.Migrate(connection);

        AssertKept(before, Rows(new NpgsqlConnection(connection), tables));
        using var services = new ServiceCollection().AddPostgresDatabase(connection).BuildServiceProvider();
        using var database = services.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContext();
        AssertReadable(database);
    }

    private static void Load(DbConnection connection, string dump, string provider)
    {
        // Lines with a backslash are for psql.
        var statements = File.ReadLines(Path.Combine(Schemas, provider, dump + Extension)).Where(line => !line.StartsWith('\\'));
        using (connection)
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = string.Join('\n', statements);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Every row of every table, as a sentence of its columns.</summary>
    private static Dictionary<string, List<Dictionary<string, string>>> Rows(DbConnection connection, string tables)
    {
        using (connection)
        {
            connection.Open();
            return Read(connection, tables).Select(row => row.Values.Single()).ToDictionary(table => table, table => Read(connection, $"SELECT * FROM \"{table}\""));
        }
    }

    private static List<Dictionary<string, string>> Read(DbConnection connection, string sql)
    {
        var rows = new List<Dictionary<string, string>>();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => $"{reader.GetValue(column)}"));
        return rows;
    }

    // A table may get columns and rows; what it had, it keeps.
    private static void AssertKept(Dictionary<string, List<Dictionary<string, string>>> before, Dictionary<string, List<Dictionary<string, string>>> after)
    {
        Assert.True(before.Count > 1 && before.Values.All(rows => rows.Count > 0), "The dump has a table without rows.");
        foreach (var (table, rows) in before)
            foreach (var row in rows)
                Assert.Contains(after[table], kept => row.All(column => kept.TryGetValue(column.Key, out var value) && value == column.Value));
    }

    private static void AssertReadable(AppDatabase database)
    {
        Assert.Empty(database.Database.GetPendingMigrations());
        Assert.Equal(["Ana", "", "O'Neill 日本"], database.SpeakerNamings.OrderBy(naming => naming.At).Select(naming => naming.Name));
        Assert.Equal(3, database.TurnRevisions.Count());
        Assert.All(database.TurnRevisions.ToList(), revision => Assert.Equal(2026, revision.At.Year));
        foreach (var entity in database.Model.GetEntityTypes()) ReadAll(database, entity.ClrType);
    }

    private static void ReadAll(DbContext context, Type entity)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity).Invoke(context, null)!;
        _ = set.ToList();
    }
}
