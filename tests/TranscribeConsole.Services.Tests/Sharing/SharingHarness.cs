using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.Data;
using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Sharing;
using TranscribeConsole.Services.Tests.Backend;

namespace TranscribeConsole.Services.Tests.Sharing;

/// <summary>A console where people sign in and make links, under a clock that the test moves, with a hash that costs nothing.</summary>
internal sealed class SharingHarness : ICallerSource
{
    public const string Password = "a secret for them";

    private readonly LocalBackend _backend;
    private readonly IServiceProvider _services;
    private readonly AsyncLocal<Caller?> _caller = new();

    public SharingHarness(LocalBackend backend, TestDatabase database, int maxDays = 90, AccountSource source = AccountSource.Console)
    {
        _backend = backend;
        _services = backend.Compose(Clock, database: database, add: services => services
            .AddSingleton(new AuditSettings(true, 365))
            .AddJobOwners(OtherJobs.Team)
            .AddSingleton<ICallerSource>(this)
            .AddSingleton<IPasswordHashes, PlainHashes>()
            .AddAccounts(new AccountLimits { Refusal = TimeSpan.Zero, Source = source })
            .AddSingleton(new ShareSettings(maxDays))
            .AddShareLinks());
        _ = Get<AuditLog>().StartAsync(default);
    }

    // Jobs are the backend's, under the clock of the machine.
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public ShareLinks Links => Get<ShareLinks>();

    public UserAccounts Accounts => Get<UserAccounts>();

    public ValueTask<Caller> GetAsync() => ValueTask.FromResult(_caller.Value!);

    /// <param name="issuer">Null: the account has a password here.</param>
    public async Task<Caller> AddAsync(string name, Role role = Role.Submitter, string? issuer = null)
    {
        await using var database = await Get<IDbContextFactory<AppDatabase>>().CreateDbContextAsync();
        database.Accounts.Add(new Account
        {
            Id = $"id-of-{name}",
            SignInName = name,
            NormalizedName = AccountRules.Normalize(name),
            DisplayName = $"Name of {name}",
            Role = role.ToString(),
            PasswordHash = "",
            SecurityStamp = "",
            Issuer = issuer,
            Subject = issuer is null ? null : $"subject-of-{name}",
            Created = Clock.GetUtcNow(),
        });
        await database.SaveChangesAsync();
        return new Caller($"id-of-{name}", $"Name of {name}", role) { SignInName = name };
    }

    /// <summary>A completed job of that person.</summary>
    public async Task<string> RunAsync(Caller owner, string? name = null)
    {
        var form = LocalBackend.Form();
        if (name is not null) form.Name = name;
        await AsAsync(owner, scope => scope.GetRequiredService<TranscriptionJobs>().StartAsync(form, default));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await _backend.Jobs.FindAsync(form.Name, limit.Token) is not { Status: JobStatus.Completed }) await Task.Delay(50, limit.Token);
        return form.Name;
    }

    /// <summary>What somebody does in a request of their own.</summary>
    public async Task<T> AsAsync<T>(Caller caller, Func<IServiceProvider, Task<T>> act)
    {
        _caller.Value = caller;
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public Task<MadeShareLink> MakeAsync(Caller by, string job, NewShareLink? chosen = null) =>
        AsAsync(by, scope => scope.GetRequiredService<JobSharing>().CreateAsync(job, chosen ?? Chosen(), default));

    /// <summary>A link that is good.</summary>
    public async Task<string> TokenAsync(Caller by, string job, NewShareLink? chosen = null)
    {
        var made = await MakeAsync(by, job, chosen);
        Assert.Empty(made.Faults);
        return made.Token!;
    }

    public NewShareLink Chosen(int days = 7, string? password = null) => new(Clock.GetUtcNow() + TimeSpan.FromDays(days), password, false, false);

    public Task<IReadOnlyList<ListedLink>> ListAsync(Caller by, string job) => AsAsync(by, scope => scope.GetRequiredService<JobSharing>().ListAsync(job, default));

    public Task<bool> RevokeAsync(Caller by, string id) => AsAsync(by, scope => scope.GetRequiredService<JobSharing>().RevokeAsync(id, default));

    /// <summary>Whether somebody who comes by the link sees the job of that name.</summary>
    public async Task<bool> OpensAsync(string token, string job)
    {
        if (await Links.FindAsync(token, default) is not { } open) return false;
        return await AsAsync(open.Caller, scope => scope.GetRequiredService<TranscriptionJobs>().FindAsync(job, default)) is not null;
    }

    /// <summary>The audit of a job, the first first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(string job) => [.. (await Get<AuditTrail>().PageAsync(new AuditFilter(Job: job), null, default)).Entries.Reverse()];

    public async Task<ShareLink> StoredAsync(string token)
    {
        var hash = AccountToken.HashOf(token);
        await using var database = await Get<IDbContextFactory<AppDatabase>>().CreateDbContextAsync();
        return await database.ShareLinks.AsNoTracking().SingleAsync(link => link.TokenHash == hash);
    }

    /// <summary>Links of as many jobs, the first made first, as the database has them.</summary>
    public async Task AddLinksAsync(Caller by, int count)
    {
        await using var database = await Get<IDbContextFactory<AppDatabase>>().CreateDbContextAsync();
        database.ShareLinks.AddRange(Enumerable.Range(1, count).Select(n => new ShareLink
        {
            Id = $"{n:d32}",
            JobName = $"job-{n}",
            JobCreated = Clock.GetUtcNow(),
            TokenHash = $"hash-{n}",
            MayExport = false,
            RedactedOnly = false,
            CreatedBy = by.Id,
            Created = Clock.GetUtcNow().AddSeconds(n - count),
            Expires = Clock.GetUtcNow().AddDays(1),
        }));
        await database.SaveChangesAsync();
    }

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    private sealed class PlainHashes : IPasswordHashes
    {
        public string Hash(string password) => $"plain:{password}";

        public PasswordAnswer Verify(string hash, string password) => hash == Hash(password) ? PasswordAnswer.Right : PasswordAnswer.Wrong;
    }
}
