using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Accounts;

/// <summary>Links with which people make their own accounts, of the role that an administrator chose.</summary>
public sealed class Invitations(IDbContextFactory<AppDatabase> databases, UserAccounts accounts, AuditLog audit, TimeProvider clock)
{
    public const int MaxDays = 30;

    private static IReadOnlyList<FieldError> NotValid => [new FieldError(nameof(NewAccount.SignInName), "This invitation was used, was taken back, or has expired.")];

    /// <summary>Those that can still be used, the last one made first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Usable(database).AsNoTracking().OrderByDescending(i => i.Created).ToListAsync(cancellationToken);
    }

    /// <summary>Makes one; those that can't be used any more are forgotten.</summary>
    /// <returns>The token for the link, which can't be had again.</returns>
    public async Task<string> CreateAsync(Role role, string? suggestedName, int days, Caller by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxDays);
        var (now, token) = (clock.GetUtcNow(), AccountToken.Create());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Invitations.Where(i => i.Used != null || i.Expires <= now).ExecuteDeleteAsync(cancellationToken);
        database.Invitations.Add(new Invitation
        {
            Id = Guid.NewGuid().ToString("N"),
            TokenHash = AccountToken.HashOf(token),
            Role = role.ToString(),
            SuggestedName = suggestedName?.Trim() ?? "",
            CreatedBy = by.Id,
            Created = now,
            Expires = now + TimeSpan.FromDays(days),
        });
        await database.SaveChangesAsync(cancellationToken);
        await audit.RecordAsync(AuditAction.Invited, detail: $"{role}, valid until {now + TimeSpan.FromDays(days):yyyy-MM-dd HH:mm}");
        return token;
    }

    public async Task RevokeAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Invitations.Where(i => i.Id == id).ExecuteDeleteAsync(cancellationToken) > 0) await audit.RecordAsync(AuditAction.InvitationRevoked);
    }

    /// <summary>The invitation of a link; null: it does not exist, was used or revoked, or has expired.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await FindAsync(database, token, cancellationToken);
    }

    /// <returns>Broken rules; none: the account is there, and the link of no use any more.</returns>
    public async Task<IReadOnlyList<FieldError>> AcceptAsync(string token, NewAccount chosen, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is null) return NotValid;
        if (chosen.Faults() is { Count: > 0 } broken) return broken;
        var passwordHash = accounts.Hash(chosen);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        if (await FindAsync(database, token, cancellationToken) is not { } invitation) return NotValid;
        if (await accounts.AddAsync(database, chosen, passwordHash, Enum.Parse<Role>(invitation.Role), cancellationToken) is { Count: > 0 } faults) return faults;
        invitation.Used = clock.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await audit.RecordAsync(AuditAction.AccountMade, detail: $"{chosen.SignInName!.Trim()}: {invitation.Role}, by invitation");
        return [];
    }

    private Task<Invitation?> FindAsync(AppDatabase database, string token, CancellationToken cancellationToken)
    {
        var hash = AccountToken.HashOf(token);
        return Usable(database).SingleOrDefaultAsync(i => i.TokenHash == hash, cancellationToken);
    }

    private IQueryable<Invitation> Usable(AppDatabase database)
    {
        var now = clock.GetUtcNow();
        return database.Invitations.Where(i => i.Used == null && i.Expires > now);
    }
}
