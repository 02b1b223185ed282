using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Accounts;

/// <summary>The accounts of this console. There is always somebody who can administer them.</summary>
public sealed class UserAccounts(IDbContextFactory<AppDatabase> databases, Sessions sessions, SignIns signIns, IPasswordHashes hashes, AuditLog audit, TimeProvider clock)
{
    public const string LastAdministrator = "This is the last administrator. Make somebody else an administrator first.";

    private const string OfProvider = "Names and roles come from the provider with which people sign in. Change them there.";
    private const string NameTaken = "Sign-in name is taken. Choose another one.";
    private const string Gone = "There is no such account any more.";

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Accounts.AsNoTracking().OrderBy(a => a.NormalizedName).ToListAsync(cancellationToken);
    }

    public async Task<Account?> FindAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
    }

    public async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Administrators(database, sessions.Source).AnyAsync(cancellationToken);
    }

    /// <returns>Why it was refused; null: it is done.</returns>
    public Task<string?> SetRoleAsync(string accountId, Role role, CancellationToken cancellationToken) =>
        sessions.Source == AccountSource.Provider ? Task.FromResult<string?>(OfProvider) : ChangeAsync(accountId, account =>
        {
            var before = account.Role;
            account.Role = role.ToString();
            return (AuditAction.RoleChanged, $"{account.SignInName}: {before} to {account.Role}");
        }, cancellationToken);

    /// <summary>Nobody signs in with a disabled account, and its sessions end.</summary>
    /// <returns>Why it was refused; null: it is done.</returns>
    public Task<string?> SetDisabledAsync(string accountId, bool disabled, CancellationToken cancellationToken) => ChangeAsync(accountId, account =>
    {
        account.Disabled = disabled;
        if (disabled) account.SecurityStamp = AccountToken.Create();
        (account.FailedCount, account.LockedUntil) = (0, null);
        return (disabled ? AuditAction.AccountDisabled : AuditAction.AccountEnabled, account.SignInName);
    }, cancellationToken);

    /// <returns>The broken rule; null: it is done.</returns>
    public async Task<FieldError?> RenameAsync(string accountId, string? displayName, CancellationToken cancellationToken)
    {
        const string field = nameof(NewAccount.DisplayName);
        if (sessions.Source == AccountSource.Provider) return new FieldError(field, OfProvider);
        if (AccountRules.FaultOfDisplayName(displayName) is { } fault) return new FieldError(field, fault);
        return await ChangeAsync(accountId, account =>
        {
            account.DisplayName = displayName!.Trim();
            return null;
        }, cancellationToken) is { } refusal ? new FieldError(field, refusal) : null;
    }

    /// <summary>Sets another password. Every session of the account ends, also the one that asks, whose cookie somebody may have copied; a new one begins.</summary>
    public async Task<PasswordChange> ChangePasswordAsync(string accountId, string? current, string? password, ClientInfo client, CancellationToken cancellationToken)
    {
        if (await FindAsync(accountId, cancellationToken) is not { Issuer: null } account) return Refused("Current", Gone);
        if (AccountRules.FaultOfPassword(password, account.SignInName, account.DisplayName) is { } fault) return Refused("Password", fault);
        if (!await signIns.IsPasswordAsync(accountId, current, client, cancellationToken))
            return Refused("Current", "Current password is wrong. After several failures it is not looked at for a while; then try again later.");
        var hash = hashes.Hash(password!);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        var stored = await database.Accounts.SingleAsync(a => a.Id == accountId, cancellationToken);
        (stored.PasswordHash, stored.SecurityStamp) = (hash, AccountToken.Create());
        DateTimeOffset? now = clock.GetUtcNow();
        await database.AccountSessions.Where(s => s.AccountId == accountId && s.Ended == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.Ended, now), cancellationToken);
        var token = await sessions.BeginAsync(database, stored, client, cancellationToken);
        await database.PasswordLinks.Where(link => link.AccountId == accountId).ExecuteDeleteAsync(cancellationToken); // nobody needs it any more
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        sessions.Forget();
        await audit.RecordAsync(AuditAction.PasswordChanged, detail: account.SignInName);
        return new(null, token);

        static PasswordChange Refused(string field, string rule) => new(new FieldError(field, rule), null);
    }

    /// <summary>Of a password that its rules have passed. Takes long: not while others wait to write.</summary>
    internal string Hash(NewAccount chosen) => hashes.Hash(chosen.Password!);

    /// <summary>Adds an account, whose rules were checked, to what the caller saves.</summary>
    /// <returns>Broken rules; none: it was added.</returns>
    internal async Task<IReadOnlyList<FieldError>> AddAsync(AppDatabase database, NewAccount chosen, string passwordHash, Role role, CancellationToken cancellationToken)
    {
        var normalized = AccountRules.Normalize(chosen.SignInName!);
        if (await database.Accounts.AnyAsync(a => a.NormalizedName == normalized, cancellationToken)) return [new FieldError(nameof(NewAccount.SignInName), NameTaken)];
        database.Accounts.Add(new Account
        {
            Id = Guid.NewGuid().ToString("N"),
            SignInName = chosen.SignInName!.Trim(),
            NormalizedName = normalized,
            DisplayName = chosen.DisplayName!.Trim(),
            Role = role.ToString(),
            PasswordHash = passwordHash,
            SecurityStamp = AccountToken.Create(),
            Created = clock.GetUtcNow(),
        });
        return [];
    }

    internal static IQueryable<Account> Administrators(AppDatabase database, AccountSource source = AccountSource.Console) =>
        database.Accounts.Where(a => a.Role == nameof(Role.Administrator) && !a.Disabled && (a.Issuer != null) == (source == AccountSource.Provider));

    // Such a transaction lets one writer in at a time: of two administrators who demote each other, the second is refused.
    private async Task<string?> ChangeAsync(string accountId, Func<Account, (AuditAction Action, string Detail)?> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        if (await database.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken) is not { } account) return Gone;
        var done = change(account);
        if (account.Disabled) await database.PasswordLinks.Where(link => link.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        if (!await Administrators(database, sessions.Source).AnyAsync(cancellationToken)) return LastAdministrator; // rolled back
        await transaction.CommitAsync(cancellationToken);
        sessions.Forget();
        if (done is var (action, detail)) await audit.RecordAsync(action, detail: detail);
        return null;
    }
}
