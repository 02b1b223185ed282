using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.Data;
using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Tests.Limits;

public abstract class DailyLimitsTests : IDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 22, 0, 0, TimeSpan.Zero));

    protected DailyLimitsTests(TestDatabase database)
    {
        _database = database;
        _services = database.AddTo(new ServiceCollection()).BuildServiceProvider();
        database.Open(_services);
    }

    [Fact]
    public async Task Of_many_who_come_at_once_as_many_get_one_as_the_limit_says_and_a_restart_changes_nothing()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Limits(jobs: 3).TakeJobAsync("ana", default)));
        Assert.Equal(3, answers.Count(answer => answer is null));
        Assert.NotNull(await Limits(jobs: 3).TakeJobAsync("ana", default)); // another process, as it were
        Assert.Null(await Limits(jobs: 3).TakeJobAsync("ben", default));
        Assert.Null(await Limits(jobs: 4).TakeJobAsync("ana", default));
    }

    [Fact]
    public async Task Refusal_says_limit_use_and_when_the_day_is_over_and_then_it_is()
    {
        var limits = Limits(bytes: 2_000_000);
        Assert.Null(await limits.TakeUploadAsync("ana", 1_500_000, default));
        Assert.Equal(
            "You may upload 2,000,000 bytes a day and have used 1,500,000 of them; this file has 500,001. The count starts anew at 2026-05-05 00:00 UTC. An administrator can raise the limit.",
            await limits.TakeUploadAsync("ana", 500_001, default));
        Assert.Null(await limits.TakeUploadAsync("ana", 500_000, default)); // the refused one was not counted
        Assert.NotNull(await limits.TakeUploadAsync("ana", 1, default));
        Assert.NotNull(await limits.TakeUploadAsync("ben", long.MaxValue, default));
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await limits.TakeUploadAsync("ana", 2_000_000, default));
    }

    [Fact]
    public async Task What_came_to_nothing_is_given_back()
    {
        var limits = Limits(bytes: 10, jobs: 1);
        Assert.Null(await limits.TakeJobAsync("ana", default));
        Assert.Null(await limits.TakeUploadAsync("ana", 10, default));
        await limits.GiveBackJobAsync("ana");
        await limits.GiveBackUploadAsync("ana", 10);
        Assert.Null(await limits.TakeJobAsync("ana", default));
        Assert.Null(await limits.TakeUploadAsync("ana", 10, default));
        await limits.GiveBackJobAsync("nobody");
    }

    [Fact]
    public async Task Without_a_limit_nothing_is_counted()
    {
        Assert.Null(await Limits().TakeJobAsync("ana", default));
        Assert.Null(await Limits().TakeUploadAsync("ana", long.MaxValue, default));
        Assert.Null(await Limits(jobs: 1).TakeJobAsync("ana", default));
    }

    public void Dispose()
    {
        _services.Dispose();
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    private DailyLimits Limits(long bytes = 0, int jobs = 0) =>
        new(_services.GetRequiredService<IDbContextFactory<AppDatabase>>(), new DailySettings(bytes, jobs), _clock);
}

public sealed class DailyLimitsOnSqliteTests() : DailyLimitsTests(new SqliteTestDatabase());

public sealed class DailyLimitsOnPostgresTests() : DailyLimitsTests(new PostgresTestDatabase());
