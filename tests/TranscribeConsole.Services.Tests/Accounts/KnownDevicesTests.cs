using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Tests.Accounts;

/// <summary>A browser in which somebody has signed in before is not locked out by guesses from elsewhere, and guesses no more than others.</summary>
public sealed class KnownDevicesTests : IDisposable
{
    private const string Wrong = "some wrong password";

    private readonly AccountsHarness _console = new(new SqliteTestDatabase());

    [Fact]
    public async Task Lock_by_others_is_none_of_a_browser_that_is_known_and_stays_for_the_others()
    {
        var known = await KnownAsync("ana");
        for (var i = 0; i < 5; i++) await _console.SignInAsync("ana", Wrong);

        Assert.Null(await _console.SignInAsync("ana"));
        Assert.NotNull(await SignInAsync("ana", known));
        Assert.Null(await _console.SignInAsync("ana")); // the owner's success does not let the others guess on
        _console.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(await _console.SignInAsync("ana"));
    }

    [Fact]
    public async Task Browser_that_is_known_has_a_lock_of_its_own_for_a_quarter_of_an_hour()
    {
        var known = await KnownAsync("ana");
        for (var i = 0; i < 5; i++) await _console.SignInAsync("ana", Wrong);
        for (var i = 0; i < 5; i++) Assert.Null(await SignInAsync("ana", known, Wrong));
        Assert.Null(await SignInAsync("ana", known));

        _console.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Null(await SignInAsync("ana", known));
        _console.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await SignInAsync("ana", known));
        var locks = await LocksAsync();
        Assert.Equal(["ana", "ana, in one browser"], locks.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Its_failures_lock_out_nobody_else_and_are_forgiven_by_success()
    {
        var known = await KnownAsync("ana");
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++) Assert.Null(await SignInAsync("ana", known, Wrong));
            Assert.NotNull(await SignInAsync("ana", known));
        }

        for (var i = 0; i < 5; i++) await SignInAsync("ana", known, Wrong);
        Assert.NotNull(await _console.SignInAsync("ana"));
    }

    [Fact]
    public async Task After_its_own_lock_it_guesses_at_the_cost_of_the_account_like_everybody()
    {
        var known = await KnownAsync("ana");
        for (var i = 0; i < 10; i++) Assert.Null(await SignInAsync("ana", known, Wrong));
        Assert.Null(await _console.SignInAsync("ana")); // five counted for it, five for the account
    }

    [Fact]
    public async Task Browser_of_another_account_or_of_the_password_before_is_not_known()
    {
        var ben = await KnownAsync("ben");
        var ana = await KnownAsync("ana");
        for (var i = 0; i < 5; i++) await _console.SignInAsync("ana", Wrong);
        Assert.Null(await SignInAsync("ana", ben));
        Assert.Null(await SignInAsync("ana", ana with { Stamp = "made up" }));

        Assert.Null((await _console.Accounts.ChangePasswordAsync(ana.AccountId, AccountsHarness.Password, "violet kettle often sings", AccountsHarness.Browser with { Device = ana }, default)).Error);
        Assert.Null(await SignInAsync("ana", ana, "violet kettle often sings"));
    }

    [Fact]
    public async Task Current_password_is_taken_in_a_browser_that_is_known_although_others_have_locked_the_account()
    {
        var known = await KnownAsync("ana");
        for (var i = 0; i < 5; i++) await _console.SignInAsync("ana", Wrong);
        Assert.Equal("Current", (await _console.Accounts.ChangePasswordAsync(known.AccountId, AccountsHarness.Password, "violet kettle often sings", AccountsHarness.Browser, default)).Error!.Field);
        Assert.Null((await _console.Accounts.ChangePasswordAsync(known.AccountId, AccountsHarness.Password, "violet kettle often sings", AccountsHarness.Browser with { Device = known }, default)).Error);
    }

    [Fact]
    public async Task Guesses_of_a_browser_that_come_at_once_are_counted_before_they_are_compared()
    {
        var known = await KnownAsync("ana");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignInAsync("ana", known, Wrong)));
        for (var i = 0; i < 5; i++) await _console.SignInAsync("ana", Wrong);
        Assert.Null(await SignInAsync("ana", known));
    }

    [Fact]
    public async Task Session_that_does_not_exist_makes_no_browser_known() => Assert.Null(await _console.SignIns.DeviceOfAsync(AccountToken.Create(), default));

    public void Dispose() => _console.Dispose();

    private async Task<KnownDevice> KnownAsync(string name)
    {
        await _console.AddAsync(name);
        return (await _console.SignIns.DeviceOfAsync((await _console.SignInAsync(name))!, default))!;
    }

    private Task<string?> SignInAsync(string name, KnownDevice device, string password = AccountsHarness.Password) =>
        _console.SignIns.TryAsync(name, password, AccountsHarness.Browser with { Device = device }, default);

    private async Task<List<string>> LocksAsync()
    {
        var locks = new List<string>();
        await foreach (var entry in _console.Trail.AllAsync(new AuditFilter(), default))
            if (entry.Action == "account.locked") locks.Add(entry.Detail);
        return locks;
    }
}
