using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Services.Tests.Accounts;

public abstract class UserAccountsTests(TestDatabase database) : IDisposable
{
    private readonly AccountsHarness _console = new(database);

    [Fact]
    public async Task Last_administrator_can_neither_be_demoted_nor_disabled()
    {
        var root = await _console.AddAsync("root", Role.Administrator);
        await _console.AddAsync("ana", Role.Manager);
        Assert.Equal(UserAccounts.LastAdministrator, await _console.Accounts.SetRoleAsync(root, Role.Manager, default));
        Assert.Equal(UserAccounts.LastAdministrator, await _console.Accounts.SetDisabledAsync(root, true, default));
        var kept = await _console.Accounts.FindAsync(root, default);
        Assert.Equal((nameof(Role.Administrator), false), (kept!.Role, kept.Disabled));
    }

    [Fact]
    public async Task Of_two_administrators_who_demote_each_other_one_stays()
    {
        var (one, two) = (await _console.AddAsync("one", Role.Administrator), await _console.AddAsync("two", Role.Administrator));
        var answers = await Task.WhenAll(_console.Accounts.SetRoleAsync(one, Role.Reader, default), _console.Accounts.SetDisabledAsync(two, true, default));
        Assert.Single(answers, answer => answer is null);
        Assert.True(await _console.Accounts.HasAdministratorAsync(default));
    }

    [Fact]
    public async Task Invitation_makes_one_account_of_its_role_until_it_expires()
    {
        var token = await _console.Invitations.CreateAsync(Role.Submitter, "Ana", 7, Caller.Anyone, default);
        Assert.Equal("Ana", (await _console.Invitations.FindAsync(token, default))!.SuggestedName);
        Assert.Empty(await _console.Invitations.AcceptAsync(token, new NewAccount("ana", "Ana", AccountsHarness.Password), default));
        Assert.Equal(nameof(Role.Submitter), Assert.Single(await _console.Accounts.ListAsync(default)).Role);
        Assert.Null(await _console.Invitations.FindAsync(token, default));
        Assert.NotEmpty(await _console.Invitations.AcceptAsync(token, new NewAccount("ben", "Ben", AccountsHarness.Password), default));

        var late = await _console.Invitations.CreateAsync(Role.Reader, null, 7, Caller.Anyone, default);
        _console.Clock.Advance(TimeSpan.FromDays(7));
        Assert.NotEmpty(await _console.Invitations.AcceptAsync(late, new NewAccount("ben", "Ben", AccountsHarness.Password), default));
        Assert.Empty(await _console.Invitations.ListAsync(default));
    }

    [Fact]
    public async Task Invitation_that_two_accept_at_once_makes_one_account()
    {
        var token = await _console.Invitations.CreateAsync(Role.Reader, null, 1, Caller.Anyone, default);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => _console.Invitations.AcceptAsync(token, new NewAccount($"user{n}", "User", AccountsHarness.Password), default)));
        Assert.Single(answers, faults => faults.Count == 0);
        Assert.Single(await _console.Accounts.ListAsync(default));
    }

    [Fact]
    public async Task Invitation_that_was_revoked_is_of_no_use()
    {
        var token = await _console.Invitations.CreateAsync(Role.Reader, null, 1, Caller.Anyone, default);
        await _console.Invitations.RevokeAsync(Assert.Single(await _console.Invitations.ListAsync(default)).Id, default);
        Assert.NotEmpty(await _console.Invitations.AcceptAsync(token, new NewAccount("ana", "Ana", AccountsHarness.Password), default));
    }

    [Fact]
    public async Task Link_for_the_first_administrator_is_replaced_by_the_next_and_used_once()
    {
        var earlier = await _console.First.OfferAsync(default);
        var token = await _console.First.OfferAsync(default);
        var chosen = new NewAccount("root", "Root", AccountsHarness.Password);
        Assert.NotEmpty(await _console.First.CreateAsync(earlier!, chosen, default));
        Assert.Empty(await _console.First.CreateAsync(token!, chosen, default));
        Assert.NotEmpty(await _console.First.CreateAsync(token!, chosen with { SignInName = "other" }, default));
        Assert.Null(await _console.First.OfferAsync(default));
    }

    [Theory]
    [InlineData("ANA", "Ana", AccountsHarness.Password, "SignInName", "taken")]
    [InlineData("a", "Ana", AccountsHarness.Password, "SignInName", "2 to 64")]
    [InlineData("ana b", "Ana", AccountsHarness.Password, "SignInName", "letters A to Z")]
    [InlineData("an\u0430", "Ana", AccountsHarness.Password, "SignInName", "letters A to Z")]
    [InlineData("ben", " ", AccountsHarness.Password, "DisplayName", "1 to 100")]
    [InlineData("ben", "B\u202Een", AccountsHarness.Password, "DisplayName", "control characters")]
    [InlineData("ben", "Ben", "eleven char", "Password", "12 to 256")]
    [InlineData("ben", "Ben", null, "Password", "12 to 256")]
    [InlineData("ben", "Ben", "PasswordPassword", "Password", "everybody knows")]
    [InlineData("ben", "Ben", "zzzzzzzzzzzzzzz", "Password", "easy to guess")]
    [InlineData("ben.the.submitter", "Ben", "Ben.The.Submitter", "Password", "sign-in name")]
    public async Task New_account_that_breaks_a_rule_is_refused_by_field_and_rule(string name, string display, string? password, string field, string words)
    {
        await _console.AddAsync("ana");
        var token = await _console.Invitations.CreateAsync(Role.Reader, null, 1, Caller.Anyone, default);
        var fault = Assert.Single(await _console.Invitations.AcceptAsync(token, new NewAccount(name, display, password), default));
        Assert.Equal(field, fault.Field);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.NotNull(await _console.Invitations.FindAsync(token, default)); // it can be tried again
    }

    public void Dispose()
    {
        _console.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class UserAccountsOnSqliteTests() : UserAccountsTests(new SqliteTestDatabase());

public sealed class UserAccountsOnPostgresTests() : UserAccountsTests(new PostgresTestDatabase());
