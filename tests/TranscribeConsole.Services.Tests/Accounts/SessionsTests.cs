using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Services.Tests.Accounts;

public abstract class SessionsTests(TestDatabase database) : IDisposable
{
    private readonly AccountsHarness _console = new(database);

    [Fact]
    public async Task Idle_session_ends_and_a_busy_one_at_its_absolute_end()
    {
        await _console.AddAsync("ana");
        var (idle, busy) = (await _console.BeginAsync("ana"), await _console.BeginAsync("ana"));
        for (var hours = 0; hours < 70; hours += 7)
        {
            _console.Clock.Advance(TimeSpan.FromHours(7));
            Assert.True(await _console.IsGoodAsync(busy, active: true));
            Assert.Equal(hours == 0, await _console.IsGoodAsync(idle)); // looking after it is no activity
        }

        _console.Clock.Advance(TimeSpan.FromHours(2));
        Assert.False(await _console.IsGoodAsync(busy, active: true));
    }

    [Fact]
    public async Task Session_goes_on_after_a_restart_and_one_that_was_ended_does_not()
    {
        var ana = await _console.AddAsync("ana");
        var (kept, ended) = (await _console.BeginAsync("ana"), await _console.BeginAsync("ana"));
        await _console.Sessions.EndAsync(ana, ended, default);
        _console.Restart();
        Assert.Equal((true, false), (await _console.IsGoodAsync(kept), await _console.IsGoodAsync(ended)));
    }

    [Fact]
    public async Task Ended_session_is_refused_at_once_and_that_of_another_account_is_not_touched()
    {
        var ana = await _console.AddAsync("ana");
        await _console.AddAsync("ben");
        var (hers, his) = (await _console.BeginAsync("ana"), await _console.BeginAsync("ben"));
        Assert.NotNull(await _console.Sessions.FindAsync(hers, true, default));
        await _console.Sessions.EndAsync(ana, his, default);
        await _console.Sessions.EndAllAsync(ana, null, default);

        Assert.Null(await _console.Sessions.FindAsync(hers, true, default));
        Assert.NotNull(await _console.Sessions.FindAsync(his, true, default));
        Assert.Empty(await _console.Sessions.ListAsync(ana, default));
    }

    [Fact]
    public async Task List_has_the_sessions_that_go_on_with_address_and_browser()
    {
        var ana = await _console.AddAsync("ana");
        var (one, two) = (await _console.BeginAsync("ana"), await _console.BeginAsync("ana"));
        await _console.Sessions.EndAllAsync(ana, except: two, default);

        var left = Assert.Single(await _console.Sessions.ListAsync(ana, default));
        Assert.Equal((two, "192.0.2.1", "Browser"), (left.IdHash, left.Address, left.UserAgent));
        Assert.False(await _console.IsGoodAsync(one));
    }

    [Fact]
    public async Task Hash_of_a_session_is_no_session()
    {
        await _console.AddAsync("ana");
        var hash = await _console.BeginAsync("ana");
        Assert.False(await _console.IsGoodAsync(AccountToken.HashOf(hash)));
    }

    public void Dispose()
    {
        _console.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class SessionsOnSqliteTests() : SessionsTests(new SqliteTestDatabase());

public sealed class SessionsOnPostgresTests() : SessionsTests(new PostgresTestDatabase());
