using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Services.Tests.Accounts;

public abstract class PasswordLinksTests(TestDatabase database) : IDisposable
{
    private const string Another = "another good horse in the barn";

    private readonly AccountsHarness _console = new(database);

    [Fact]
    public async Task Link_sets_the_password_once_ends_every_session_and_takes_the_lock_away()
    {
        var ana = await _console.AddAsync("ana");
        var session = await _console.BeginAsync("ana");
        for (var i = 0; i < 5; i++) await _console.SignInAsync("ana", "some wrong password");
        var token = await _console.Links.CreateAsync(ana, default);
        Assert.Equal("ana", (await _console.Links.FindAsync(token!, default))!.SignInName);
        Assert.True(await _console.IsGoodAsync(session)); // nothing has happened yet

        Assert.Null(await _console.Links.SetAsync(token!, Another, default));
        Assert.False(await _console.IsGoodAsync(session));
        Assert.Null(await _console.SignInAsync("ana"));
        Assert.NotNull(await _console.SignInAsync("ana", Another));
        Assert.Equal(PasswordLinks.NotValid, (await _console.Links.SetAsync(token!, "a third good password", default))!.Message);
        var told = (await _console.Trail.PageAsync(new(), null, default)).Entries.Select(e => $"{e.Action} {e.Detail}").ToList();
        Assert.Contains("password.link ana", told);
        Assert.Contains("password.change ana, by link", told);
    }

    [Fact]
    public async Task Link_is_of_no_use_when_the_owner_has_changed_the_password_or_the_account_was_disabled_meanwhile()
    {
        await _console.AddAsync("root", Role.Administrator);
        var ana = await _console.AddAsync("ana");
        var read = await _console.Links.CreateAsync(ana, default);
        Assert.Null((await _console.Accounts.ChangePasswordAsync(ana, AccountsHarness.Password, Another, AccountsHarness.Browser, default)).Error);
        Assert.NotNull(await _console.Links.SetAsync(read!, "a third good password", default));

        var before = await _console.Links.CreateAsync(ana, default);
        await _console.Accounts.SetDisabledAsync(ana, true, default);
        await _console.Accounts.SetDisabledAsync(ana, false, default);
        Assert.NotNull(await _console.Links.SetAsync(before!, "a third good password", default));
        Assert.NotNull(await _console.SignInAsync("ana", Another));
    }

    [Fact]
    public async Task Link_that_expired_was_replaced_or_is_of_a_disabled_account_is_of_no_use()
    {
        await _console.AddAsync("root", Role.Administrator);
        var ana = await _console.AddAsync("ana");
        var earlier = await _console.Links.CreateAsync(ana, default);
        var token = await _console.Links.CreateAsync(ana, default);
        Assert.NotNull(await _console.Links.SetAsync(earlier!, Another, default));
        await _console.Accounts.SetDisabledAsync(ana, true, default);
        Assert.NotNull(await _console.Links.SetAsync(token!, Another, default));
        Assert.Null(await _console.Links.CreateAsync(ana, default));
        await _console.Accounts.SetDisabledAsync(ana, false, default);
        _console.Clock.Advance(PasswordLinks.Lifetime);
        Assert.NotNull(await _console.Links.SetAsync(token!, Another, default));
        Assert.NotNull(await _console.SignInAsync("ana")); // with the password that it had
    }

    [Fact]
    public async Task Link_that_two_use_at_once_sets_one_password_and_a_weak_one_leaves_it_as_it_is()
    {
        var token = (await _console.Links.CreateAsync(await _console.AddAsync("ana"), default))!;
        Assert.Contains("12 to 256", (await _console.Links.SetAsync(token, "short", default))!.Message, StringComparison.Ordinal);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => _console.Links.SetAsync(token, $"another good horse in the barn {n}", default)));
        Assert.Single(answers, answer => answer is null);
    }

    public void Dispose()
    {
        _console.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class PasswordLinksOnSqliteTests() : PasswordLinksTests(new SqliteTestDatabase());

public sealed class PasswordLinksOnPostgresTests() : PasswordLinksTests(new PostgresTestDatabase());
