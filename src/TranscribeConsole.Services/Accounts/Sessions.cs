using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Accounts;

/// <summary>Who is signed in. A session that was ended, in whatever process, is refused a few seconds later at most.</summary>
public sealed class Sessions(IDbContextFactory<AppDatabase> databases, AccountLimits limits, AuditLog audit, TimeProvider clock)
{
    /// <summary>For that long the database is not asked again about a session.</summary>
    public static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int MaxUserAgent = 300;

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, SignedIn SignedIn)> _known = new(StringComparer.Ordinal);

    internal AccountSource Source => limits.Source;

    /// <summary>The session of that hash; null: it does not exist, has ended, or its account may not be used any more.</summary>
    /// <param name="active">Somebody does something: the time until it ends by itself begins anew.</param>
    public async Task<SignedIn?> FindAsync(string sessionHash, bool active, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(sessionHash, out var known) && now - known.At < CacheTime) return known.SignedIn;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.AccountSessions.AsNoTracking().Where(s => s.IdHash == sessionHash)
            .Join(database.Accounts, s => s.AccountId, a => a.Id, (s, a) => new { Session = s, Account = a }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || !IsAlive(found.Session, found.Account, now))
        {
            _known.TryRemove(sessionHash, out _);
            return null;
        }

        if (active && now - found.Session.LastSeen >= SeenStep) await SeeAsync(database, sessionHash, now, cancellationToken);
        var signedIn = Of(found.Session, found.Account);
        Forget(now);
        _known[sessionHash] = (now, signedIn);
        return signedIn;
    }

    /// <summary>Sessions of an account that have not ended, the last used first.</summary>
    public async Task<IReadOnlyList<AccountSession>> ListAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var account = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        if (account is null) return [];
        var sessions = await database.AccountSessions.AsNoTracking().Where(s => s.AccountId == accountId && s.Ended == null).OrderByDescending(s => s.LastSeen).ToListAsync(cancellationToken);
        return [.. sessions.Where(s => IsAlive(s, account, clock.GetUtcNow()))];
    }

    /// <summary>See <see cref="AccountSession.SignOutHint"/>.</summary>
    public async Task<string?> SignOutHintAsync(string sessionHash, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.AccountSessions.Where(s => s.IdHash == sessionHash).Select(s => s.SignOutHint).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Ends one session of the account; nothing happens if it is somebody else's.</summary>
    /// <param name="as">As what it is recorded.</param>
    /// <param name="by">Null: who makes the request.</param>
    public Task EndAsync(string accountId, string sessionHash, CancellationToken cancellationToken, AuditAction @as = AuditAction.SessionsEnded, AuditOrigin? by = null) =>
        EndAsync(accountId, sessions => sessions.Where(s => s.IdHash == sessionHash), @as, cancellationToken, by);

    /// <summary>Ends all sessions of the account but one.</summary>
    /// <param name="except">Null: all of them.</param>
    public Task EndAllAsync(string accountId, string? except, CancellationToken cancellationToken) =>
        EndAsync(accountId, sessions => sessions.Where(s => s.IdHash != except), AuditAction.SessionsEnded, cancellationToken);

    /// <summary>Adds a session to what the caller saves, and removes those that ended long ago.</summary>
    /// <returns>The token for the browser's cookie.</returns>
    /// <param name="signOutHint">See <see cref="AccountSession.SignOutHint"/>.</param>
    internal async Task<string> BeginAsync(AppDatabase database, Account account, ClientInfo client, CancellationToken cancellationToken, string? signOutHint = null)
    {
        var now = clock.GetUtcNow();
        var old = now - Kept;
        await database.AccountSessions.Where(s => s.Expires < old || s.Ended < old).ExecuteDeleteAsync(cancellationToken);
        var token = AccountToken.Create();
        database.AccountSessions.Add(new AccountSession
        {
            IdHash = AccountToken.HashOf(token),
            AccountId = account.Id,
            SecurityStamp = account.SecurityStamp,
            Created = now,
            LastSeen = now,
            Expires = now + limits.Session,
            Address = client.Address,
            UserAgent = client.UserAgent.Length > MaxUserAgent ? client.UserAgent[..MaxUserAgent] : client.UserAgent,
            SignOutHint = signOutHint,
        });
        return token;
    }

    /// <summary>To be called after something was changed that a session depends on.</summary>
    internal void Forget() => _known.Clear();

    // A database that can be read and not written must not keep people from reading.
    private static async Task SeeAsync(AppDatabase database, string sessionHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await database.AccountSessions.Where(s => s.IdHash == sessionHash).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeen, now), cancellationToken);
        }
        catch (Exception e) when (DatabaseFailure.Of(e) is not null)
        {
            // Seen a minute later, or not: the session then ends a little early.
        }
    }

    private async Task EndAsync(
        string accountId, Func<IQueryable<AccountSession>, IQueryable<AccountSession>> which, AuditAction action, CancellationToken cancellationToken, AuditOrigin? by = null)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var ended = await which(database.AccountSessions.Where(s => s.AccountId == accountId && s.Ended == null)).ExecuteUpdateAsync(set => set.SetProperty(s => s.Ended, now).SetProperty(s => s.SignOutHint, (string?)null), cancellationToken);
        Forget();
        if (ended == 0) return;
        var name = await database.Accounts.Where(a => a.Id == accountId).Select(a => a.SignInName).SingleAsync(CancellationToken.None);
        await audit.RecordAsync(action, detail: action == AuditAction.SignedOut ? "" : string.Create(CultureInfo.InvariantCulture, $"{name}: {ended}"), by: by);
    }

    private bool IsAlive(AccountSession session, Account account, DateTimeOffset now) =>
        session.Ended is null && now < session.Expires && now - session.LastSeen < limits.Idle
        && !account.Disabled && (account.Issuer is not null) == (limits.Source == AccountSource.Provider) && session.SecurityStamp == account.SecurityStamp && Enum.TryParse<Role>(account.Role, out _);

    private static SignedIn Of(AccountSession session, Account account) =>
        new(session.IdHash, account.SignInName, new Caller(account.Id, account.DisplayName, Enum.Parse<Role>(account.Role)) { SignInName = account.SignInName.ToLowerInvariant() });

    // What has not been asked about lately has gone.
    private void Forget(DateTimeOffset now)
    {
        foreach (var (hash, known) in _known)
            if (now - known.At >= CacheTime) _known.TryRemove(hash, out _);
    }
}
