using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Services.Tests.Accounts;

public abstract class ProviderSignInsTests(TestDatabase database) : IDisposable
{
    private static readonly ClientInfo Client = new("192.0.2.1", "browser");
    private static readonly ProviderIdentity Ana = new("https://id.example", "1", "Ana");

    private readonly AccountsHarness _console = new(database, AccountSource.Provider);

    [Fact]
    public async Task Who_signs_in_from_several_browsers_at_once_gets_one_account()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _console.Providers.SignInAsync(Ana, Role.Reader, Client, "hint", default)));

        Assert.All(answers, answer => Assert.NotNull(answer.Token));
        Assert.Single(await _console.Accounts.ListAsync(default));
        var hash = AccountToken.HashOf(answers[0].Token!);
        Assert.Equal("hint", await _console.Sessions.SignOutHintAsync(hash, default));
        await _console.Sessions.EndAsync((await _console.Sessions.FindAsync(hash, active: false, default))!.Caller.Id, hash, default);
        Assert.Null(await _console.Sessions.SignOutHintAsync(hash, default));
    }

    [Fact]
    public async Task Same_subject_of_another_issuer_is_somebody_else()
    {
        await _console.Providers.SignInAsync(Ana, Role.Administrator, Client, null, default);
        await _console.Providers.SignInAsync(Ana with { Issuer = "https://other.example" }, Role.Reader, Client, null, default);
        var accounts = await _console.Accounts.ListAsync(default);

        Assert.Equal(2, accounts.Select(account => account.SignInName).Distinct().Count());
        Assert.Equal(nameof(Role.Administrator), accounts.Single(account => account.Issuer == Ana.Issuer).Role);
    }

    [Fact]
    public async Task Role_that_is_gone_ends_the_sessions_that_had_it()
    {
        var token = (await _console.Providers.SignInAsync(Ana, Role.Manager, Client, null, default)).Token!;
        Assert.NotNull(await _console.Sessions.FindAsync(AccountToken.HashOf(token), active: false, default));
        var refused = await _console.Providers.SignInAsync(Ana, null, Client, null, default);

        Assert.Equal((null, ProviderRefusal.Role), (refused.Token, refused.Refusal));
        Assert.Null(await _console.Sessions.FindAsync(AccountToken.HashOf(token), active: false, default));
        Assert.Empty(await _console.Sessions.ListAsync((await _console.Accounts.ListAsync(default)).Single().Id, default));
    }

    [Fact]
    public async Task Account_has_no_password_that_could_be_guessed()
    {
        await _console.Providers.SignInAsync(Ana, Role.Administrator, Client, null, default);

        foreach (var password in (string[])["", " ", AccountsHarness.Password])
            Assert.Null(await _console.SignIns.TryAsync(Ana.SignInName, password, Client, default));
    }

    public void Dispose()
    {
        _console.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class ProviderSignInsOnSqliteTests() : ProviderSignInsTests(new SqliteTestDatabase());

public sealed class ProviderSignInsOnPostgresTests() : ProviderSignInsTests(new PostgresTestDatabase());
