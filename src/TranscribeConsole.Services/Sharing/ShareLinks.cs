using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Sharing;

/// <summary>What whoever comes by a share link may do: find out that it is good, and tell its password.</summary>
public sealed partial class ShareLinks(
    IDbContextFactory<AppDatabase> databases, SignIns passwords, AccountLimits limits, ShareSettings settings, AuditLog audit, TimeProvider clock, ILogger<ShareLinks> logger)
{
    /// <summary>The link of a token; null: it does not exist, has expired or was taken back, or its maker's account may not be used any more.</summary>
    /// <remarks>One question to the database whichever it is: nobody learns whether there was such a link.</remarks>
    public async Task<OpenLink?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = AccountToken.HashOf(token);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.ShareLinks.AsNoTracking().LiveAt(clock.GetUtcNow(), settings).Where(link => link.TokenHash == hash)
            .Join(database.Accounts, link => link.CreatedBy, a => a.Id, (link, a) => new { Link = link, Account = a })
            .SingleOrDefaultAsync(cancellationToken);
        return found is not null && LiveLinks.MakerOf(found.Account, limits.Source) is { } maker
            ? new OpenLink(found.Link, maker with { Shared = new SharedJob(found.Link.JobName, found.Link.JobCreated) })
            : null;
    }

    /// <summary>Its page was opened: counts it.</summary>
    public async Task OpenedAsync(OpenLink open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(open);
        audit.Note(AuditAction.LinkOpened, open.Link.JobName, $"link {OpenLink.ShortId(open.Link)}");
        DateTimeOffset? now = clock.GetUtcNow();
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await database.ShareLinks.Where(link => link.Id == open.Link.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(link => link.Opened, link => link.Opened + 1).SetProperty(link => link.LastOpened, now), cancellationToken);
        }
        catch (Exception e) when (DatabaseFailure.Of(e) is not null)
        {
            Log.NotCounted(logger, OpenLink.ShortId(open.Link), e); // a database that can be read and not written must not keep people from reading
        }
    }

    /// <summary>Whether it is the link's password. Each wrong one counts, and after several none is looked at for a while.</summary>
    public async Task<bool> IsPasswordAsync(OpenLink open, string? password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(open);
        var began = clock.GetTimestamp();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (password is { Length: > 0 and <= NewShareLink.MaxPasswordLength } && await CountAsync(database, open.Link.Id, cancellationToken)
            && await IsRightAsync(database, open.Link, password, cancellationToken))
        {
            await database.ShareLinks.Where(link => link.Id == open.Link.Id).ExecuteUpdateAsync(
                set => set.SetProperty(link => link.FailedCount, 0).SetProperty(link => link.LockedUntil, (DateTimeOffset?)null), cancellationToken);
            return true;
        }

        await ToldWrongAsync(database, open.Link);
        await passwords.RefuseAsync(began, cancellationToken);
        return false;
    }

    // It was counted: whoever does not wait for the answer is recorded all the same.
    private async Task<bool> IsRightAsync(AppDatabase database, ShareLink link, string password, CancellationToken cancellationToken)
    {
        try
        {
            return await passwords.VerifyAsync(link.PasswordHash!, password, cancellationToken) != PasswordAnswer.Wrong;
        }
        catch (OperationCanceledException)
        {
            await ToldWrongAsync(database, link);
            throw;
        }
    }

    private async Task ToldWrongAsync(AppDatabase database, ShareLink link)
    {
        var detail = $"link {OpenLink.ShortId(link)}";
        await audit.RecordAsync(AuditAction.LinkPasswordRefused, link.JobName, detail);
        var now = clock.GetUtcNow();
        if (await database.ShareLinks.AnyAsync(l => l.Id == link.Id && l.LockedUntil > now, CancellationToken.None))
            await audit.RecordAsync(AuditAction.LinkLocked, link.JobName, string.Create(CultureInfo.InvariantCulture, $"{detail}, for {limits.LockOut.TotalMinutes} minutes"));
    }

    // Counted before the password is looked at: of a hundred guesses that come at once, five are.
    private async Task<bool> CountAsync(AppDatabase database, string id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + limits.LockOut;
        return await database.ShareLinks.Where(link => link.Id == id && (link.LockedUntil == null || link.LockedUntil <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(link => link.LockedUntil, link => link.FailedCount + 1 >= limits.Failures ? until : null)
                .SetProperty(link => link.FailedCount, link => link.FailedCount + 1 >= limits.Failures ? 0 : link.FailedCount + 1),
            cancellationToken) == 1;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Share link {Link} was opened, and that could not be counted.")]
        public static partial void NotCounted(ILogger logger, string link, Exception failure);
    }
}
