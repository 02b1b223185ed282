using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Services.Sharing;

/// <summary>The share links that the caller of one request or circuit makes, sees and takes back: those of jobs that they may change.</summary>
public sealed class JobSharing(
    TranscriptionJobs jobs, ICallerSource callers, IDbContextFactory<AppDatabase> databases, IPasswordHashes hashes, AccountLimits limits, ShareSettings settings, Auditor audit, TimeProvider clock)
{
    /// <summary>Most links of a job that are good at a time.</summary>
    public const int MaxLinks = 50;

    /// <summary>More are in no list at once: each is a row of a page.</summary>
    public const int MaxListed = 500;

    // Links that have ended are listed for so long.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>All links of the job, also ended ones, the last made first.</summary>
    /// <exception cref="AwsFailureException">NotFound: there is no such job. Denied: it is somebody else's.</exception>
    public async Task<IReadOnlyList<ListedLink>> ListAsync(string jobName, CancellationToken cancellationToken)
    {
        var row = jobs.DetailsOf(await jobs.RequireChangeAsync(jobName, cancellationToken)).Row;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(database, Of(database, row), cancellationToken);
    }

    /// <summary>The last <see cref="MaxListed"/> links that were neither revoked nor have expired: one's own, for managers everybody's; the last made first.</summary>
    public async Task<IReadOnlyList<ListedLink>> LiveAsync(CancellationToken cancellationToken)
    {
        var caller = await callers.GetAsync();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var live = database.ShareLinks.LiveAt(clock.GetUtcNow(), settings);
        return await ReadAsync(database, caller.Is(Role.Manager) ? live : live.Where(link => link.CreatedBy == caller.Id), cancellationToken);
    }

    /// <summary>Makes a link to the job of that name as it is now: a later job with the name is not opened by it.</summary>
    /// <exception cref="AwsFailureException">NotFound: there is no such job. Denied: it is somebody else's.</exception>
    public async Task<MadeShareLink> CreateAsync(string jobName, NewShareLink chosen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        if (!settings.IsOn) throw new InvalidOperationException("There are no share links here.");
        var job = jobs.DetailsOf(await jobs.RequireChangeAsync(jobName, cancellationToken));
        var (caller, now, token) = (await callers.GetAsync(), clock.GetUtcNow(), AccountToken.Create());
        if (chosen.Faults(now, settings, job.HasRedactedTranscript) is { Count: > 0 } faults) return new MadeShareLink(faults, null);
        var link = new ShareLink
        {
            Id = Guid.NewGuid().ToString("N"),
            JobName = job.Name,
            JobCreated = job.Row.CreationTime,
            TokenHash = AccountToken.HashOf(token),
            PasswordHash = string.IsNullOrEmpty(chosen.Password) ? null : hashes.Hash(chosen.Password), // takes long: not while others wait to write
            MayExport = chosen.MayExport,
            RedactedOnly = chosen.RedactedOnly,
            CreatedBy = caller.Id,
            Created = now,
            Expires = chosen.Expires,
        };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken);
        var old = now - Kept;
        await database.ShareLinks.Where(l => l.Expires < old || l.Revoked < old).ExecuteDeleteAsync(cancellationToken);
        if (await Of(database, job.Row).LiveAt(now, settings).CountAsync(cancellationToken) >= MaxLinks)
            return new MadeShareLink([new FieldError(nameof(NewShareLink.Expires), $"This job has {MaxLinks} links already. Revoke one first.")], null);
        database.ShareLinks.Add(link);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await audit.RecordAsync(AuditAction.LinkMade, job.Name, Describe(link));
        return new MadeShareLink([], token);
    }

    /// <summary>Takes a link back: its maker may, the owner of the job, and managers.</summary>
    /// <returns>False: there is no such link of theirs.</returns>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        var caller = await callers.GetAsync();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.ShareLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Id == id, cancellationToken) is not { } link) return false;
        if (!caller.Is(Role.Manager) && link.CreatedBy != caller.Id && !await IsOwnersAsync(link, cancellationToken)) return false;
        DateTimeOffset? now = clock.GetUtcNow();
        if (await database.ShareLinks.Where(l => l.Id == id && l.Revoked == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Revoked, now).SetProperty(l => l.RevokedBy, caller.Id), cancellationToken) > 0)
            await audit.RecordAsync(AuditAction.LinkRevoked, link.JobName, $"link {OpenLink.ShortId(link)}");
        return true;
    }

    private async Task<bool> IsOwnersAsync(ShareLink link, CancellationToken cancellationToken) =>
        await jobs.FindAsync(link.JobName, cancellationToken, JobUse.Other) is { MayChange: true } job && new SharedJob(link.JobName, link.JobCreated).IsOf(job.Row);

    private async Task<IReadOnlyList<ListedLink>> ReadAsync(AppDatabase database, IQueryable<ShareLink> links, CancellationToken cancellationToken)
    {
        var found = await links.AsNoTracking()
            .Join(database.Accounts, link => link.CreatedBy, account => account.Id, (link, account) => new { Link = link, Account = account })
            .LeftJoin(database.JobOwners, row => new { row.Link.JobName, row.Link.JobCreated }, owner => new { owner.JobName, owner.JobCreated }, (row, owner) => new { row.Link, row.Account, Owner = owner })
            .OrderByDescending(row => row.Link.Created).ThenBy(row => row.Link.Id).Take(MaxListed).ToListAsync(cancellationToken);
        return [.. found.Select(row => new ListedLink(
            row.Link, row.Account.DisplayName, LiveLinks.MakerOf(row.Account, limits.Source) is { } maker && JobGuard.MayChange(maker, JobOwners.OwnershipOf(row.Owner))))];
    }

    private static IQueryable<ShareLink> Of(AppDatabase database, JobRow job) =>
        database.ShareLinks.Where(link => link.JobName == job.Name && link.JobCreated == job.CreationTime);

    private static string Describe(ShareLink link) => string.Create(
        CultureInfo.InvariantCulture,
        $"link {OpenLink.ShortId(link)}, valid until {link.Expires:yyyy-MM-dd HH:mm}, {(link.RedactedOnly ? "read the redacted transcript" : "read and play")}{(link.MayExport ? ", export" : "")}, {(link.PasswordHash is null ? "no password" : "with password")}");
}
