using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Accounts;

/// <summary>Signing in with name and password. Whoever fails learns nothing of accounts: neither by words nor by time.</summary>
public sealed partial class SignIns(
    IDbContextFactory<AppDatabase> databases, Sessions sessions, IPasswordHashes hashes, AccountLimits limits, AuditLog audit, TimeProvider clock, ILogger<SignIns> logger) : IDisposable
{
    private readonly DeviceFailures _devices = new(limits, clock);

    // Each takes a processor for a tenth of a second: whoever sends many must not leave the others none.
    private readonly SemaphoreSlim _checks = new(Math.Max(1, Environment.ProcessorCount / 2));

    // Of an unknown name the password is compared as well, with the hash of one that nobody has.
    private readonly Lazy<string> _nobodys = new(() => hashes.Hash(AccountToken.Create()));

    /// <summary>The token of a new session; null: it was refused.</summary>
    public async Task<string?> TryAsync(string? signInName, string? password, ClientInfo client, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var token = signInName is { Length: <= AccountRules.MaxSignInNameLength } && password is { Length: > 0 and <= AccountRules.MaxPasswordLength }
            ? await CheckAsync(signInName, password, client, cancellationToken)
            : await RefusedAsync(null, client);
        if (token is not null) return token;
        Log.Refused(logger, client.Address);
        await RefuseAsync(began, cancellationToken);
        return null;
    }

    /// <summary>By what the browser of a session is known from now on; null: there is no such session.</summary>
    public async Task<KnownDevice?> DeviceOfAsync(string token, CancellationToken cancellationToken)
    {
        var hash = AccountToken.HashOf(token);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.AccountSessions.Where(s => s.IdHash == hash).Join(database.Accounts, s => s.AccountId, a => a.Id, (s, a) => a).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } account
            ? new KnownDevice(account.Id, account.SecurityStamp, AccountToken.Create())
            : null;
    }

    /// <summary>Whether it is the account's password. Each wrong one counts towards the lock-out.</summary>
    internal async Task<bool> IsPasswordAsync(string accountId, string? password, ClientInfo client, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var account = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        var device = DeviceOf(account, client);
        if (account is not null && password is { Length: > 0 and <= AccountRules.MaxPasswordLength } && (device is not null || await CountAsync(database, account.Id, cancellationToken))
            && await VerifyAsync(account.PasswordHash, password, cancellationToken) != PasswordAnswer.Wrong)
        {
            if (device is not null)
                _devices.Forgive(device.Nonce);
            else
                await database.Accounts.Where(a => a.Id == accountId)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.FailedCount, 0).SetProperty(a => a.LockedUntil, (DateTimeOffset?)null), cancellationToken);
            return true;
        }

        if (account is not null) await ToldWrongAsync(database, account, device);
        await RefuseAsync(began, cancellationToken);
        return false;
    }

    // Of whoever sits at the open session: who it is and from where, the request knows.
    private async Task ToldWrongAsync(AppDatabase database, Account account, KnownDevice? device)
    {
        await audit.RecordAsync(AuditAction.SignInRefused, detail: "current password");
        if (await LockOfAsync(database, account, device) is { } locked) await audit.RecordAsync(AuditAction.LockedOut, detail: locked);
    }

    internal async Task<PasswordAnswer> VerifyAsync(string hash, string password, CancellationToken cancellationToken)
    {
        await _checks.WaitAsync(cancellationToken);
        try
        {
            return hashes.Verify(hash, password);
        }
        finally
        {
            _checks.Release();
        }
    }

    private async Task<string?> CheckAsync(string signInName, string password, ClientInfo client, CancellationToken cancellationToken)
    {
        var normalized = AccountRules.Normalize(signInName);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var account = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedName == normalized && a.Issuer == null, cancellationToken);
        var device = DeviceOf(account, client);
        var mayTry = account is not null && (device is not null || await CountAsync(database, account.Id, cancellationToken));
        var answer = await AnsweredAsync(account, password, client, cancellationToken);
        if (mayTry && answer == PasswordAnswer.Wrong) await ToldIfLockedAsync(database, account!, device, client);
        if (!mayTry || answer == PasswordAnswer.Wrong) return await RefusedAsync(account, client);
        return await BeginAsync(account!, answer == PasswordAnswer.RightOfOldHash ? hashes.Hash(password) : null, device, client, cancellationToken) ?? await RefusedAsync(account, client);
    }

    // It was counted: whoever does not wait for the answer is recorded all the same.
    private async Task<PasswordAnswer> AnsweredAsync(Account? account, string password, ClientInfo client, CancellationToken cancellationToken)
    {
        try
        {
            return await VerifyAsync(account?.PasswordHash ?? _nobodys.Value, password, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await RefusedAsync(account, client);
            throw;
        }
    }

    // Of an account that does not exist no name is kept: people type their password there.
    private async Task<string?> RefusedAsync(Account? account, ClientInfo client)
    {
        await audit.RecordAsync(AuditAction.SignInRefused, by: OriginOf(account, client));
        return null;
    }

    // Whoever fails last before it is told; of several who fail at once there may be more than one.
    private async Task ToldIfLockedAsync(AppDatabase database, Account account, KnownDevice? device, ClientInfo client)
    {
        if (await LockOfAsync(database, account, device) is { } locked) await audit.RecordAsync(AuditAction.LockedOut, detail: locked, by: OriginOf(account, client));
    }

    // What is locked, for the audit; null: nothing.
    private async Task<string?> LockOfAsync(AppDatabase database, Account account, KnownDevice? device)
    {
        if (device is not null) return _devices.IsLocked(device.Nonce) ? $"{account.SignInName}, in one browser" : null;
        var now = clock.GetUtcNow();
        return await database.Accounts.AnyAsync(a => a.Id == account.Id && a.LockedUntil > now, CancellationToken.None) ? account.SignInName : null;
    }

    // Null: the browser is not known, or has failed too often; then it is one of all the others, who share the account's lock. Counts the attempt.
    private KnownDevice? DeviceOf(Account? account, ClientInfo client) =>
        account is not null && client.Device is { } device && device.AccountId == account.Id && device.Stamp == account.SecurityStamp && _devices.TryCount(device.Nonce) ? device : null;

    private static AuditOrigin OriginOf(Account? account, ClientInfo client) => new(account?.SignInName.ToLowerInvariant() ?? "", client.Address);

    // Counted before the password is looked at: of a hundred guesses that come at once, five are.
    private async Task<bool> CountAsync(AppDatabase database, string accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + limits.LockOut;
        return await database.Accounts.Where(a => a.Id == accountId && (a.LockedUntil == null || a.LockedUntil <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.LockedUntil, a => a.FailedCount + 1 >= limits.Failures ? until : null)
                .SetProperty(a => a.FailedCount, a => a.FailedCount + 1 >= limits.Failures ? 0 : a.FailedCount + 1),
            cancellationToken) == 1;
    }

    // Looked at again: the account may have been disabled, or got another password, since its hash was read.
    private async Task<string?> BeginAsync(Account seen, string? newHash, KnownDevice? device, ClientInfo client, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        var account = await database.Accounts.SingleOrDefaultAsync(a => a.Id == seen.Id, cancellationToken);
        if (account is not { Disabled: false } || account.PasswordHash != seen.PasswordHash) return null;
        account.LastSignIn = clock.GetUtcNow();
        // Whoever signs in with a browser that is known knows nothing of the guesses from elsewhere: they stay counted.
        if (device is not null) _devices.Forgive(device.Nonce);
        else (account.FailedCount, account.LockedUntil) = (0, null);
        if (newHash is not null) account.PasswordHash = newHash;
        var token = await sessions.BeginAsync(database, account, client, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await audit.RecordAsync(AuditAction.SignedIn, by: OriginOf(account, client));
        Log.SignedIn(logger, account.SignInName, client.Address);
        return token;
    }

    internal async Task RefuseAsync(long began, CancellationToken cancellationToken)
    {
        var rest = limits.Refusal - clock.GetElapsedTime(began);
        if (rest > TimeSpan.Zero) await Task.Delay(rest, clock, cancellationToken);
    }

    public void Dispose() => _checks.Dispose();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{SignInName} signed in from {Address}.")]
        public static partial void SignedIn(ILogger logger, string signInName, string address);

        // Without the name: people type their password there.
        [LoggerMessage(LogLevel.Warning, "A sign-in from {Address} was refused.")]
        public static partial void Refused(ILogger logger, string address);
    }
}
