using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Accounts;

/// <summary>Signing in as whom a provider has made out. Name and role are the provider's, and are taken over each time.</summary>
public sealed partial class ProviderSignIns(IDbContextFactory<AppDatabase> databases, Sessions sessions, AuditLog audit, TimeProvider clock, ILogger<ProviderSignIns> logger)
{
    /// <summary>The role of an account that has none: its sessions end, and it begins no other.</summary>
    public const string NoRole = "None";

    /// <param name="role">Null: the provider gives none that counts here.</param>
    /// <param name="signOutHint">See <see cref="AccountSession.SignOutHint"/>.</param>
    public async Task<ProviderSignIn> SignInAsync(ProviderIdentity who, Role? role, ClientInfo client, string? signOutHint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        var answer = await TryAsync(who, role, client, signOutHint, cancellationToken);
        var origin = new AuditOrigin(who.SignInName.ToLowerInvariant(), client.Address);
        if (answer.Token is not null) await audit.RecordAsync(AuditAction.SignedIn, detail: $"{who.DisplayName}: {role}, by the provider", by: origin);
        else await audit.RecordAsync(AuditAction.SignInRefused, detail: $"by the provider: {answer.Refusal}", by: origin);
        if (answer.Token is not null) Log.SignedIn(logger, who.SignInName, client.Address);
        else Log.Refused(logger, who.SignInName, client.Address, answer.Refusal);
        return answer;
    }

    /// <summary>How a job's owner is called; null: it is no account of a provider, or has never signed in here.</summary>
    public async Task<string?> NameOfAsync(string owner, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (!owner.StartsWith(ProviderIdentity.Prefix, StringComparison.Ordinal)) return null;
        var normalized = AccountRules.Normalize(owner);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Accounts.Where(a => a.NormalizedName == normalized && a.Issuer != null).Select(a => a.DisplayName).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<ProviderSignIn> TryAsync(ProviderIdentity who, Role? role, ClientInfo client, string? signOutHint, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken); // of two first sign-ins at once the second finds the account
        var account = await database.Accounts.SingleOrDefaultAsync(a => a.Issuer == who.Issuer && a.Subject == who.Subject, cancellationToken);
        if (account is null)
        {
            if (role is null) return ProviderSignIn.WithoutRole; // of strangers nothing is kept
            database.Accounts.Add(account = NewAccount(who));
        }

        (account.DisplayName, account.Role) = (who.DisplayName, role?.ToString() ?? NoRole);
        var answer = account.Disabled ? ProviderSignIn.OfDisabled : role is null ? ProviderSignIn.WithoutRole : null;
        if (answer is null)
        {
            account.LastSignIn = clock.GetUtcNow();
            answer = new ProviderSignIn(await sessions.BeginAsync(database, account, client, cancellationToken, signOutHint), ProviderRefusal.None);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        sessions.Forget(); // those that go on have the new role at once
        return answer;
    }

    private Account NewAccount(ProviderIdentity who) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        SignInName = who.SignInName,
        NormalizedName = AccountRules.Normalize(who.SignInName),
        DisplayName = who.DisplayName,
        Role = NoRole,
        PasswordHash = "",
        SecurityStamp = AccountToken.Create(),
        Issuer = who.Issuer,
        Subject = who.Subject,
        Created = clock.GetUtcNow(),
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{SignInName} signed in from {Address}, by the provider.")]
        public static partial void SignedIn(ILogger logger, string signInName, string address);

        [LoggerMessage(LogLevel.Warning, "{SignInName} was made out by the provider and refused, from {Address}: {Refusal}.")]
        public static partial void Refused(ILogger logger, string signInName, string address, ProviderRefusal refusal);
    }
}
