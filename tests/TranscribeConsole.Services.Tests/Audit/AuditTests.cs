using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.Data;
using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Tests.Accounts;

namespace TranscribeConsole.Services.Tests.Audit;

public abstract class AuditTests(TestDatabase test) : IDisposable
{
    private readonly AccountsHarness _console = new(test);

    [Fact]
    public async Task Failures_lock_out_and_success_are_recorded_with_the_name_of_an_account_and_of_nobody_else()
    {
        await _console.AddAsync("ana");
        await _console.SignInAsync("my password, typed in the wrong field");
        for (var i = 0; i < 5; i++) await _console.SignInAsync("ANA", "some wrong password");
        _console.Clock.Advance(TimeSpan.FromMinutes(15));
        await _console.SignInAsync("ana");

        Assert.Equal(
            ["sign-in ana 192.0.2.1", "sign-in.refused ana 192.0.2.1", "account.locked ana 192.0.2.1", .. Enumerable.Repeat("sign-in.refused ana 192.0.2.1", 4), "sign-in.refused  192.0.2.1"],
            (await EntriesAsync(new(From: _console.Clock.GetUtcNow().AddDays(-1)))).Where(e => e.Address.Length > 0).Select(e => $"{e.Action} {e.Person} {e.Address}"));
        Assert.DoesNotContain(await EntriesAsync(new()), e => $"{e.Person}{e.Detail}".Contains("password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_of_accounts_are_recorded_and_refused_ones_are_not()
    {
        var root = await _console.AddAsync("root", Role.Administrator);
        var ana = await _console.AddAsync("ana");
        await _console.BeginAsync("ana");
        await _console.Accounts.SetRoleAsync(ana, Role.Manager, default);
        await _console.Accounts.SetRoleAsync(root, Role.Reader, default); // the last administrator
        await _console.Accounts.ChangePasswordAsync(ana, AccountsHarness.Password, "another good horse in the barn", AccountsHarness.Browser, default);
        await _console.Sessions.EndAllAsync(ana, null, default);
        await _console.Sessions.EndAllAsync(ana, null, default); // there is none any more
        await _console.Accounts.SetDisabledAsync(ana, true, default);
        await _console.Accounts.SetDisabledAsync(ana, false, default);

        Assert.Equal(
            ["account.enable ana", "account.disable ana", "session.end ana: 1", "password.change ana", "account.role ana: Reader to Manager", "sign-in ", "account.create ana: Reader, by invitation"],
            (await EntriesAsync(new())).Take(7).Select(e => $"{e.Action} {e.Detail}"));
    }

    [Fact]
    public async Task Entry_can_neither_be_changed_nor_removed_while_it_is_young()
    {
        await using var database = await _console.Databases.CreateDbContextAsync();
        database.AuditEntries.Add(Entry(TimeProvider.System.GetUtcNow().AddDays(-29)));
        await database.SaveChangesAsync();

        var changed = await Assert.ThrowsAnyAsync<DbException>(() => database.AuditEntries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Person, "ben")));
        var removed = await Assert.ThrowsAnyAsync<DbException>(() => database.AuditEntries.ExecuteDeleteAsync());
        Assert.Contains("never changed", changed.Message, StringComparison.Ordinal);
        Assert.Contains("30 days", removed.Message, StringComparison.Ordinal);
        Assert.Equal("ana", Assert.Single(await database.AuditEntries.AsNoTracking().ToListAsync()).Person);
    }

    [Fact]
    public async Task Old_entries_are_removed_every_day_and_younger_ones_stay()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using (var database = await _console.Databases.CreateDbContextAsync())
        {
            for (var days = 0; days < 100; days++) database.AuditEntries.Add(Entry(clock.GetUtcNow().AddDays(-days)));
            await database.SaveChangesAsync();
        }

        using var retention = new AuditRetention(_console.Databases, new AuditSettings(true, 60), clock, NullLogger<AuditRetention>.Instance);
        await retention.StartAsync(default);
        await LeftAsync(61);
        clock.Advance(TimeSpan.FromDays(1));
        await LeftAsync(60);
        await retention.StopAsync(default);

        async Task LeftAsync(int count)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while ((await EntriesAsync(new())).Count != count) await Task.Delay(20, limit.Token);
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_however_much_is_added_and_each_filter_holds()
    {
        var begin = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await using (var database = await _console.Databases.CreateDbContextAsync())
        {
            // Ten entries of each moment, so that pages end among equals.
            for (var i = 0; i < 240; i++) database.AuditEntries.Add(Entry(begin.AddHours(i / 10), $"p{i % 2}", i % 3 == 0 ? "job.view" : "job.delete", $"job-{i}"));
            await database.SaveChangesAsync();
        }

        var first = await _console.Trail.PageAsync(new(Person: "p1"), null, default);
        await using (var database = await _console.Databases.CreateDbContextAsync())
        {
            database.AuditEntries.Add(Entry(begin.AddDays(9), "p1"));
            await database.SaveChangesAsync();
        }

        var second = await _console.Trail.PageAsync(new(Person: "p1"), AuditPosition.Parse(first.Next!.ToString()), default);
        var third = await _console.Trail.PageAsync(new(Person: "p1"), second.Next, default);
        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(i => $"job-{(2 * i) + 1}"), first.Entries.Concat(second.Entries).Concat(third.Entries).Select(e => e.Job));
        Assert.Null(third.Next);

        Assert.Equal(40, (await EntriesAsync(new("p0", "job.view"))).Count);
        Assert.Equal("job-7", Assert.Single(await EntriesAsync(new(Job: "job-7"))).Job);
        Assert.Equal(20, (await EntriesAsync(new(From: begin.AddHours(2), Before: begin.AddHours(4)))).Count);
    }

    [Fact]
    public async Task What_was_done_while_the_database_failed_is_not_acknowledged_and_is_there_later()
    {
        await RunAsync("ALTER TABLE \"AuditEntries\" RENAME TO \"Away\"");
        await Assert.ThrowsAsync<NotRecordedException>(() => _console.Log.RecordAsync(AuditAction.JobDeleted, "call"));
        await RunAsync("ALTER TABLE \"Away\" RENAME TO \"AuditEntries\"");

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        IReadOnlyList<AuditEntry> entries = [];
        while (entries.Count == 0)
        {
            var page = _console.Trail.PageAsync(new(Job: "call"), null, limit.Token);
            while (!page.IsCompleted)
            {
                _console.Clock.Advance(TimeSpan.FromSeconds(1)); // it is tried again each second
                await Task.Delay(10, limit.Token);
            }

            entries = (await page).Entries;
        }

        Assert.Equal("job.delete", Assert.Single(entries).Action);
    }

    [Fact]
    public async Task Text_that_a_database_does_not_take_is_kept_as_far_as_it_goes_and_stops_nothing()
    {
        _console.Log.Note(AuditAction.ObjectDownloaded, detail: new string('x', AuditEntry.MaxDetailLength - 1) + "😀");
        _console.Log.Note(AuditAction.AuditExported, detail: "person \0 and half a pair \uD83D");
        _console.Log.Note(AuditAction.JobViewed, "after");

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1)); // the clock stands still: one that is tried again would be waited for
        var entries = (await _console.Trail.PageAsync(new(), null, limit.Token)).Entries;
        Assert.Equal(3, entries.Count);
        Assert.Equal("after", entries[0].Job);
        Assert.StartsWith("person ", entries[1].Detail, StringComparison.Ordinal);
        Assert.Equal(new string('x', AuditEntry.MaxDetailLength - 1), entries[2].Detail);
    }

    [Fact]
    public void Visit_is_told_once_until_nothing_was_asked_for_a_quarter_of_an_hour()
    {
        var visits = new AuditVisits(_console.Clock);
        var (ana, ben) = (new AuditOrigin("ana", "192.0.2.1"), new AuditOrigin("ben", "192.0.2.1"));
        Assert.True(visits.Begins(ana, AuditAction.MediaPlayed, "call"));
        for (var minutes = 0; minutes < 60; minutes += 14)
        {
            Assert.False(visits.Begins(ana, AuditAction.MediaPlayed, "call"));
            _console.Clock.Advance(TimeSpan.FromMinutes(14));
        }

        Assert.True(visits.Begins(ben, AuditAction.MediaPlayed, "call"));
        Assert.True(visits.Begins(ana, AuditAction.TranscriptViewed, "call"));
        _console.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True(visits.Begins(ana, AuditAction.MediaPlayed, "call"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1-2-3")]
    [InlineData("-1-2")]
    [InlineData("9999999999999999999-1")]
    [InlineData("999999999999999999-1")]
    [InlineData("a-b")]
    public void Place_that_is_none_is_the_beginning(string text) => Assert.Null(AuditPosition.Parse(text));

    [Fact]
    public void Every_action_has_a_name_of_its_own_that_is_found_again() =>
        Assert.All(Enum.GetValues<AuditAction>(), action => Assert.Equal(action, AuditActions.Find(action.Name())));

    public void Dispose()
    {
        _console.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task RunAsync(string sql)
    {
        await using var database = await _console.Databases.CreateDbContextAsync();
        await database.Database.ExecuteSqlRawAsync(sql);
    }

    private async Task<IReadOnlyList<AuditEntry>> EntriesAsync(AuditFilter filter)
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in _console.Trail.AllAsync(filter, default)) entries.Add(entry);
        return entries;
    }

    private static AuditEntry Entry(DateTimeOffset at, string person = "ana", string action = "job.view", string job = "call") =>
        new() { At = at, Person = person, Action = action, Job = job, Detail = "", Address = "" };
}

public sealed class AuditOnSqliteTests() : AuditTests(new SqliteTestDatabase());

public sealed class AuditOnPostgresTests() : AuditTests(new PostgresTestDatabase());
