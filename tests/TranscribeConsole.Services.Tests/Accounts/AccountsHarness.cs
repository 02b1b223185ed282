using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.Data;
using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Tests.Accounts;

/// <summary>Accounts in a database of their own, under a clock that the test moves, with a hash that costs nothing.</summary>
internal sealed class AccountsHarness : IDisposable
{
    public const string Password = "a horse in the meadow";

    private readonly TestDatabase _database;
    private readonly AccountSource _source;
    private ServiceProvider _services;

    public AccountsHarness(TestDatabase database, AccountSource source = AccountSource.Console)
    {
        (_database, _source) = (database, source);
        _services = Compose();
        _database.Open(_services);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero));

    public Sessions Sessions => Get<Sessions>();

    public SignIns SignIns => Get<SignIns>();

    public ProviderSignIns Providers => Get<ProviderSignIns>();

    public UserAccounts Accounts => Get<UserAccounts>();

    public Invitations Invitations => Get<Invitations>();

    public PasswordLinks Links => Get<PasswordLinks>();

    public FirstAdministrator First => Get<FirstAdministrator>();

    public AuditLog Log => Get<AuditLog>();

    public AuditTrail Trail => Get<AuditTrail>();

    public IDbContextFactory<AppDatabase> Databases => Get<IDbContextFactory<AppDatabase>>();

    /// <summary>An account of that name, made by an invitation; answers its id.</summary>
    public async Task<string> AddAsync(string name, Role role = Role.Reader)
    {
        var token = await Invitations.CreateAsync(role, null, 1, Caller.Anyone, default);
        Assert.Empty(await Invitations.AcceptAsync(token, new NewAccount(name, name, Password), default));
        return (await Accounts.ListAsync(default)).Single(account => account.SignInName == name).Id;
    }

    public static readonly ClientInfo Browser = new("192.0.2.1", "Browser");

    public Task<string?> SignInAsync(string name, string password = Password) => SignIns.TryAsync(name, password, Browser, default);

    /// <summary>Signs in and answers the hash of the session.</summary>
    public async Task<string> BeginAsync(string name)
    {
        var token = await SignInAsync(name);
        Assert.NotNull(token);
        return AccountToken.HashOf(token);
    }

    /// <summary>Whether the session is still good, as the database says.</summary>
    public async Task<bool> IsGoodAsync(string session, bool active = false)
    {
        Clock.Advance(Sessions.CacheTime);
        return await Sessions.FindAsync(session, active, default) is not null;
    }

    /// <summary>Another process on the same database.</summary>
    public void Restart()
    {
        _services.Dispose();
        _database.Disconnect();
        _services = Compose();
    }

    public void Dispose()
    {
        _services.Dispose();
        _database.Dispose();
    }

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    private ServiceProvider Compose()
    {
        var services = _database.AddTo(new ServiceCollection())
            .AddLogging()
            .AddSingleton<TimeProvider>(_ => Clock)
            .AddSingleton<IPasswordHashes, PlainHashes>()
            .AddAudit(new AuditSettings(true, 365))
            .AddAccounts(new AccountLimits { Source = _source, Refusal = TimeSpan.Zero })
            .BuildServiceProvider();
        _ = services.GetRequiredService<AuditLog>().StartAsync(default);
        return services;
    }

    private sealed class PlainHashes : IPasswordHashes
    {
        public string Hash(string password) => $"plain:{password}";

        public PasswordAnswer Verify(string hash, string password) => hash == Hash(password) ? PasswordAnswer.Right : PasswordAnswer.Wrong;
    }
}
