using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Accounts;

/// <summary>Who reads the output of the start makes the first administrator, with a link that works once and until the next start.</summary>
public sealed class FirstAdministrator(IDbContextFactory<AppDatabase> databases, UserAccounts accounts, AuditLog audit)
{
    private volatile string? _tokenHash;

    private static IReadOnlyList<FieldError> Used => [new FieldError(nameof(NewAccount.SignInName), "This link was used already.")];

    /// <summary>A token for the link; null: there is an administrator. An earlier one is not valid any more.</summary>
    public async Task<string?> OfferAsync(CancellationToken cancellationToken)
    {
        if (await accounts.HasAdministratorAsync(cancellationToken)) return null;
        var token = AccountToken.Create();
        _tokenHash = AccountToken.HashOf(token);
        return token;
    }

    public bool IsOffered(string token) => _tokenHash is { } hash && hash == AccountToken.HashOf(token);

    /// <returns>Broken rules; none: the account is there, and the link of no use any more.</returns>
    public async Task<IReadOnlyList<FieldError>> CreateAsync(string token, NewAccount chosen, CancellationToken cancellationToken)
    {
        if (!IsOffered(token)) return Used;
        if (chosen.Faults() is { Count: > 0 } broken) return broken;
        var passwordHash = accounts.Hash(chosen);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        if (!IsOffered(token) || await UserAccounts.Administrators(database).AnyAsync(cancellationToken)) return Used;
        if (await accounts.AddAsync(database, chosen, passwordHash, Role.Administrator, cancellationToken) is { Count: > 0 } faults) return faults;
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _tokenHash = null;
        await audit.RecordAsync(AuditAction.AccountMade, detail: $"{chosen.SignInName!.Trim()}: {Role.Administrator}, by the link of the start");
        return [];
    }
}
