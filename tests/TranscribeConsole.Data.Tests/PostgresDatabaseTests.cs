using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Data.Postgres;
using TranscribeConsole.Data.Tests.Databases;

namespace TranscribeConsole.Data.Tests;

public sealed class PostgresDatabaseTests
{
    [Fact]
    public async Task Instances_that_start_at_the_same_time_on_an_empty_database_all_start()
    {
        var connection = PostgresCluster.Shared.NewEmptyDatabase();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PostgresTestDatabase.Migrate(connection))));

        await using var services = Compose(connection);
        await using var database = await services.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContextAsync();
        Assert.Empty(await database.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Migrations_make_the_model_of_the_keys()
    {
        await using var services = Compose(PostgresCluster.Shared.NewDatabase());
        await using var scope = services.CreateAsyncScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<KeyDatabase>().Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task What_pg_dump_copied_and_pg_restore_brought_back_is_a_database_to_start_on()
    {
        var (original, restored) = (PostgresCluster.Shared.NewDatabase(), PostgresCluster.Shared.NewEmptyDatabase());
        await using (var services = Compose(original))
        await using (var database = await services.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContextAsync())
        {
            database.JobOwners.Add(new JobOwner { JobName = "call", JobCreated = DateTimeOffset.UnixEpoch, Owner = "ana", ForTeam = true });
            await database.SaveChangesAsync();
        }

        var dump = PostgresCluster.Run("pg_dump", original, "--format=custom");
        PostgresCluster.Run("pg_restore", restored, dump, "--no-owner", "--exit-on-error");
        PostgresTestDatabase.Migrate(restored);

        await using var later = Compose(restored);
        await using var copy = await later.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContextAsync();
        Assert.Equal("ana", copy.JobOwners.Single().Owner);
    }

    [Fact]
    public async Task Database_of_a_newer_version_is_refused()
    {
        var connection = PostgresCluster.Shared.NewDatabase();
        await using (var services = Compose(connection))
        await using (var database = await services.GetRequiredService<IDbContextFactory<AppDatabase>>().CreateDbContextAsync())
            await database.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_Later', '99.0.0')");

        var refusal = Assert.Throws<AppDatabaseException>(() => PostgresTestDatabase.Migrate(connection));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Server_that_is_not_there_is_said_to_be_so_without_the_password()
    {
        var refusal = Assert.Throws<AppDatabaseException>(() => PostgresTestDatabase.Migrate("Host=/nowhere;Database=console;Username=console;Password=a-secret"));

        Assert.StartsWith("PostgreSQL can't be reached: Failed to connect to /nowhere", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Database_that_is_not_there_is_named()
    {
        var refusal = Assert.Throws<AppDatabaseException>(() => PostgresTestDatabase.Migrate(PostgresCluster.Shared.ConnectionString("missing")));
        Assert.Contains("database \"missing\" does not exist", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Database=console;Username=console;Password=a-secret", null)]
    [InlineData("postgres://console:a-secret@db/console", "is not of the form Host=")]
    [InlineData("postgres://console:a-secret@db/console?sslmode=require", "is not of the form Host=")]
    [InlineData("Host=db;Port=a-secret;Database=console", "is not of the form Host=")]
    [InlineData("Host=db;Password=a-secret", "Host and Database are needed")]
    [InlineData("Database=console;Password=a-secret", "Host and Database are needed")]
    [InlineData("Host=db;Database=console;Include Error Detail=true", "Include Error Detail")]
    public void Faults_of_a_connection_string_are_told_without_quoting_it(string connectionString, string? expected)
    {
        var fault = PostgresDatabase.FaultOf(connectionString);

        if (expected is null) Assert.Null(fault);
        else Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", fault ?? "", StringComparison.Ordinal);
    }

    private static ServiceProvider Compose(string connectionString) => new ServiceCollection().AddPostgresDatabase(connectionString).BuildServiceProvider();
}
