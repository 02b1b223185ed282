using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Accounts;

/// <summary>Links with which people who have forgotten their password set another one. An administrator makes them; there is one of an account at a time.</summary>
public sealed class PasswordLinks(IDbContextFactory<AppDatabase> databases, Sessions sessions, IPasswordHashes hashes, AuditLog audit, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public const string NotValid = "This link was used, was replaced by another one, or has expired.";

    /// <summary>Makes one; the account's earlier one is not valid any more. The password stays until it is used.</summary>
    /// <returns>The token for the link, which can't be had again; null: there is no such account that can be used with a password.</returns>
    public async Task<string?> CreateAsync(string accountId, CancellationToken cancellationToken)
    {
        var (now, token) = (clock.GetUtcNow(), AccountToken.Create());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        if (await Usable(database).AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken) is not { } account) return null;
        await database.PasswordLinks.Where(link => link.AccountId == accountId || link.Expires <= now).ExecuteDeleteAsync(cancellationToken);
        database.PasswordLinks.Add(new PasswordLink { TokenHash = AccountToken.HashOf(token), AccountId = accountId, Created = now, Expires = now + Lifetime });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await audit.RecordAsync(AuditAction.PasswordLinkMade, detail: account.SignInName);
        return token;
    }

    /// <summary>The account of a link; null: the link does not exist, was used or replaced, or has expired, or the account is disabled.</summary>
    public async Task<Account?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await AccountOf(database, token).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Sets the password, ends every session of the account and takes its lock away. The link is of no use after that.</summary>
    /// <returns>The broken rule; null: it is done.</returns>
    public async Task<FieldError?> SetAsync(string token, string? password, CancellationToken cancellationToken)
    {
        const string field = nameof(NewAccount.Password);
        if (await FindAsync(token, cancellationToken) is not { } seen) return new FieldError(field, NotValid);
        if (AccountRules.FaultOfPassword(password, seen.SignInName, seen.DisplayName) is { } fault) return new FieldError(field, fault);
        var passwordHash = hashes.Hash(password!); // takes long: not while others wait to write
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        if (await AccountOf(database, token).SingleOrDefaultAsync(cancellationToken) is not { } account) return new FieldError(field, NotValid);
        (account.PasswordHash, account.SecurityStamp, account.FailedCount, account.LockedUntil) = (passwordHash, AccountToken.Create(), 0, null);
        await database.PasswordLinks.Where(link => link.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        sessions.Forget();
        await audit.RecordAsync(AuditAction.PasswordChanged, detail: $"{account.SignInName}, by link");
        return null;
    }

    private IQueryable<Account> AccountOf(AppDatabase database, string token)
    {
        var (hash, now) = (AccountToken.HashOf(token), clock.GetUtcNow());
        return Usable(database).Where(account => database.PasswordLinks.Any(link => link.TokenHash == hash && link.AccountId == account.Id && link.Expires > now));
    }

    // Who signs in elsewhere has no password here.
    private static IQueryable<Account> Usable(AppDatabase database) => database.Accounts.Where(account => !account.Disabled && account.Issuer == null);
}
