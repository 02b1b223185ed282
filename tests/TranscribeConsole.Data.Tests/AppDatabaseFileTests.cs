using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Data.Tests.Databases;

namespace TranscribeConsole.Data.Tests;

public sealed class AppDatabaseFileTests : IDisposable
{
    private static readonly DateTimeOffset Created = new(2026, 5, 4, 10, 0, 0, 123, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();
    private readonly List<ServiceProvider> _composed = [];

    private string File => Path.Combine(_directory.Path, AppDatabaseFile.Name);

    [Fact]
    public void Open_makes_a_file_that_its_owner_alone_reads_with_every_migration_applied()
    {
        using var database = Open();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Empty(database.Database.GetPendingMigrations());
        Assert.Empty(database.SpeakerNamings);
    }

    [Fact]
    public void Open_takes_the_rights_of_others_from_a_file_that_was_there()
    {
        System.IO.File.WriteAllBytes(File, []);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        using var database = Open();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task Every_connection_writes_its_commits_through_to_the_disk()
    {
        const int full = 2;
        using var database = Open();
        await using var another = await Factory().CreateDbContextAsync();
        await another.Database.OpenConnectionAsync();

        Assert.Equal("wal", Value<string>(another, "PRAGMA journal_mode"));
        Assert.Equal(full, Value<long>(another, "PRAGMA synchronous"));
        Assert.Equal(full, Value<long>(database, "PRAGMA synchronous"));
    }

    [Fact]
    public void Rows_are_there_after_the_next_start_and_times_to_the_millisecond()
    {
        using (var database = Open())
        {
            database.SpeakerNamings.Add(Naming("spk_0", "Ana"));
            database.SaveChanges();
        }

        using var later = Open();
        var kept = later.SpeakerNamings.Single(n => n.JobName == "call" && n.JobCreated == Created);
        Assert.Equal(("Ana", Created), (kept.Name, kept.JobCreated));
    }

    [Fact]
    public void Full_disk_is_told_and_takes_nothing_that_was_saved()
    {
        using (var database = Open())
        {
            database.SpeakerNamings.Add(Naming("spk_0", "Ana"));
            database.SaveChanges();
            database.Database.OpenConnection();
            database.Database.ExecuteSqlRaw("PRAGMA max_page_count = 1"); // SQLite takes what the file has for it
            database.SpeakerNamings.Add(Naming("spk_1", new string('x', 1_000_000)));
            var failure = DatabaseFailure.Of(Assert.Throws<DbUpdateException>(() => database.SaveChanges()));
            Assert.StartsWith("The server's disk is full.", failure!.Message, StringComparison.Ordinal);
        }

        using var later = Open();
        Assert.Equal("Ana", Assert.Single(later.SpeakerNamings).Name);
    }

    [Fact]
    public void Lock_of_a_process_that_died_in_a_migration_does_not_stop_the_next_start()
    {
        using (var database = Open())
        {
            database.Database.ExecuteSqlRaw("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        }

        using var later = Open();
        Assert.Empty(later.SpeakerNamings);
    }

    [Fact]
    public void File_of_a_newer_version_is_refused_and_left_alone()
    {
        using (var database = Open())
            database.Database.ExecuteSqlRaw("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_Later', '99.0.0')");

        var refusal = Assert.Throws<AppDatabaseException>(() => Open());
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_no_database_is_refused_by_its_path()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));

        var refusal = Assert.Throws<AppDatabaseException>(() => Open());
        Assert.Contains(File, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Directory_in_place_of_the_file_is_refused_by_its_path()
    {
        Directory.CreateDirectory(File);

        var refusal = Assert.Throws<AppDatabaseException>(() => Open());
        Assert.Contains(File, refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var services in _composed) services.Dispose();
        SqliteConnection.ClearAllPools();
        _directory.Dispose();
    }

    private static SpeakerNaming Naming(string label, string name) => new()
    { JobName = "call", JobCreated = Created, Origin = "us-east-1/000000000000", Label = label, Name = name, By = "local user", At = Created, Version = 1 };

    private static T Value<T>(AppDatabase database, string sql)
    {
        using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        database.Database.OpenConnection();
        return (T)command.ExecuteScalar()!;
    }

    private AppDatabase Open()
    {
        var database = Factory().CreateDbContext();
        AppDatabaseFile.Open(database, _directory.Path);
        return database;
    }

    private IDbContextFactory<AppDatabase> Factory()
    {
        var services = new ServiceCollection().AddAppDatabase(_directory.Path).BuildServiceProvider();
        _composed.Add(services);
        return services.GetRequiredService<IDbContextFactory<AppDatabase>>();
    }
}
