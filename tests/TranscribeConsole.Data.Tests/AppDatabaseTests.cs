using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Data.Tests.Databases;

namespace TranscribeConsole.Data.Tests;

/// <summary>What the application relies on, whichever database it has.</summary>
public abstract class AppDatabaseTests : IDisposable
{
    private static readonly DateTimeOffset Created = new(2026, 5, 4, 10, 0, 0, 123, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    protected AppDatabaseTests(TestDatabase database)
    {
        _database = database;
        _services = database.AddTo(new ServiceCollection()).BuildServiceProvider();
        database.Open(_services);
    }

    [Fact]
    public void Migrations_make_the_model_of_the_code()
    {
        using var database = Connect();
        Assert.False(database.Database.HasPendingModelChanges(), "Add a migration for each database, as CONTRIBUTING.md says.");
        Assert.Empty(database.Database.GetPendingMigrations());
    }

    [Fact]
    public async Task Save_answers_false_to_the_second_who_adds_a_row()
    {
        using var first = Connect();
        using var second = Connect();
        first.SpeakerNamings.Add(Naming("spk_0"));
        second.SpeakerNamings.Add(Naming("spk_0"));

        Assert.True(await first.TrySaveAsync(default));
        Assert.False(await second.TrySaveAsync(default));
    }

    [Fact]
    public async Task Save_answers_false_to_the_second_who_changes_a_version()
    {
        using var first = Connect();
        first.SpeakerNamings.Add(Naming("spk_0"));
        await first.SaveChangesAsync();
        using var second = Connect();
        second.SpeakerNamings.Single().Version++;
        first.SpeakerNamings.Single().Version++;

        Assert.True(await first.TrySaveAsync(default));
        Assert.False(await second.TrySaveAsync(default));
    }

    [Fact]
    public async Task Conflict_or_fault_of_a_row_is_no_failure_of_the_database()
    {
        using var first = Connect();
        first.SpeakerNamings.Add(Naming("spk_0"));
        await first.SaveChangesAsync();
        using var second = Connect();
        second.SpeakerNamings.Add(Naming("spk_0"));

        Assert.Null(DatabaseFailure.Of(await Record.ExceptionAsync(() => second.SaveChangesAsync())));
    }

    [Fact]
    public async Task Other_faults_of_a_row_are_no_conflict()
    {
        using var database = Connect();
        database.AccountSessions.Add(new AccountSession { IdHash = "1", AccountId = "nobody", SecurityStamp = "", Created = Created, LastSeen = Created, Expires = Created, Address = "", UserAgent = "" });

        await Assert.ThrowsAsync<DbUpdateException>(() => database.TrySaveAsync(default));
    }

    [Fact]
    public async Task One_writer_is_in_a_transaction_at_a_time()
    {
        using (var database = Connect())
        {
            database.SpeakerNamings.Add(Naming("spk_0"));
            await database.SaveChangesAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(CountAsync)));

        using var later = Connect();
        Assert.Equal("8", later.SpeakerNamings.Single().Name);

        // Read, then written: two who read the same would lose a count.
        async Task CountAsync()
        {
            using var database = Connect();
            await using var transaction = await database.BeginWriteAsync(default);
            var count = int.Parse(database.SpeakerNamings.AsNoTracking().Single().Name is { Length: > 0 } name ? name : "0", null);
            await database.SpeakerNamings.ExecuteUpdateAsync(set => set.SetProperty(n => n.Name, $"{count + 1}"));
            await transaction.CommitAsync();
        }
    }

    [Fact]
    public async Task Text_that_a_database_may_not_take_is_kept_all_the_same()
    {
        using var database = Connect();
        var (nul, half) = ("spk\0", "half \ud83d");
        database.SpeakerNamings.Add(Naming(nul));
        Assert.True(await database.TrySaveAsync(default));

        Assert.Empty(database.SpeakerNamings.Where(n => n.Label == half));
        Assert.Single(database.SpeakerNamings.Where(n => n.Label == nul));
    }

    [Fact]
    public void Names_are_sorted_by_their_characters_alone()
    {
        using var database = Connect();
        string[] names = ["a", "B", "_", "Z", "é"];
        database.SpeakerNamings.AddRange(names.Select(Naming));
        database.SaveChanges();

        Assert.Equal(names.Order(StringComparer.Ordinal), database.SpeakerNamings.OrderBy(n => n.Label).Select(n => n.Label));
    }

    public void Dispose()
    {
        _services.Dispose();
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    private static SpeakerNaming Naming(string label) => new()
    { JobName = "call", JobCreated = Created, Origin = "us-east-1/000000000000", Label = label, Name = "", By = "local user", At = Created, Version = 1 };

    private AppDatabase Connect() => _services.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContext();
}

public sealed class AppDatabaseOnSqliteTests() : AppDatabaseTests(new SqliteTestDatabase());

public sealed class AppDatabaseOnPostgresTests() : AppDatabaseTests(new PostgresTestDatabase());
