using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Services.Tests.Accounts;

public abstract class SignInsTests(TestDatabase database) : IDisposable
{
    private const string Wrong = "some wrong password";

    private readonly AccountsHarness _console = new(database);

    [Fact]
    public async Task Fifth_failure_locks_the_account_for_a_quarter_of_an_hour_whatever_the_password()
    {
        await _console.AddAsync("ana");
        for (var i = 0; i < 5; i++) Assert.Null(await _console.SignInAsync("ANA", Wrong));
        Assert.Null(await _console.SignInAsync("ana"));

        _console.Clock.Advance(TimeSpan.FromMinutes(14));
        _console.Restart(); // the lock is no matter of one process
        Assert.Null(await _console.SignInAsync("ana"));
        _console.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await _console.SignInAsync("ana"));
    }

    [Fact]
    public async Task Success_forgives_the_failures_before_it()
    {
        await _console.AddAsync("ana");
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++) Assert.Null(await _console.SignInAsync("ana", Wrong));
            Assert.NotNull(await _console.SignInAsync("ana")); // as the fifth
        }
    }

    [Fact]
    public async Task Guesses_that_come_at_once_are_counted_before_they_are_compared()
    {
        await _console.AddAsync("ana");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _console.SignInAsync("ana", Wrong)));
        Assert.Null(await _console.SignInAsync("ana"));
    }

    [Fact]
    public async Task Lock_of_one_account_is_none_of_another()
    {
        await _console.AddAsync("ana");
        await _console.AddAsync("ben");
        for (var i = 0; i < 5; i++) await _console.SignInAsync("ana", Wrong);
        Assert.NotNull(await _console.SignInAsync("ben"));
    }

    [Fact]
    public async Task Wrong_current_password_locks_too()
    {
        var ana = await _console.AddAsync("ana");
        for (var i = 0; i < 5; i++)
            Assert.Equal("Current", (await _console.Accounts.ChangePasswordAsync(ana, Wrong, "another good horse in the barn", AccountsHarness.Browser, default)).Error!.Field);
        Assert.Equal("Current", (await _console.Accounts.ChangePasswordAsync(ana, AccountsHarness.Password, "another good horse in the barn", AccountsHarness.Browser, default)).Error!.Field);
    }

    [Fact]
    public async Task Changed_password_ends_every_session_and_the_old_password_and_begins_a_session()
    {
        var ana = await _console.AddAsync("ana");
        var (here, elsewhere) = (await _console.BeginAsync("ana"), await _console.BeginAsync("ana"));
        var change = await _console.Accounts.ChangePasswordAsync(ana, AccountsHarness.Password, "another good horse in the barn", AccountsHarness.Browser, default);

        Assert.Null(change.Error);
        Assert.Equal((false, false, true), (await _console.IsGoodAsync(here), await _console.IsGoodAsync(elsewhere), await _console.IsGoodAsync(AccountToken.HashOf(change.Token!))));
        Assert.Null(await _console.SignInAsync("ana"));
        Assert.NotNull(await _console.SignInAsync("ana", "another good horse in the barn"));
    }

    [Fact]
    public async Task Disabled_account_has_no_session_and_gets_none()
    {
        await _console.AddAsync("root", Role.Administrator);
        var ana = await _console.AddAsync("ana");
        var session = await _console.BeginAsync("ana");
        Assert.Null(await _console.Accounts.SetDisabledAsync(ana, true, default));
        Assert.False(await _console.IsGoodAsync(session));
        Assert.Null(await _console.SignInAsync("ana"));

        Assert.Null(await _console.Accounts.SetDisabledAsync(ana, false, default));
        Assert.NotNull(await _console.SignInAsync("ana"));
        Assert.False(await _console.IsGoodAsync(session)); // what was ended stays so
    }

    [Fact]
    public async Task Changed_role_is_that_of_the_running_session()
    {
        await _console.AddAsync("root", Role.Administrator);
        var ana = await _console.AddAsync("ana");
        var session = await _console.BeginAsync("ana");
        Assert.Equal(Role.Reader, (await _console.Sessions.FindAsync(session, true, default))!.Caller.Role);
        Assert.Null(await _console.Accounts.SetRoleAsync(ana, Role.Manager, default));
        Assert.Equal(Role.Manager, (await _console.Sessions.FindAsync(session, true, default))!.Caller.Role);
    }

    public void Dispose()
    {
        _console.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class SignInsOnSqliteTests() : SignInsTests(new SqliteTestDatabase());

public sealed class SignInsOnPostgresTests() : SignInsTests(new PostgresTestDatabase());
