using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Services.Access;

/// <summary>Who owns which job, as the console has recorded it.</summary>
/// <remarks>They belong to the job of that name and creation time: a later job with the name has another owner.</remarks>
public sealed class JobOwners(IDbContextFactory<AppDatabase> databases)
{
    /// <summary>What is recorded of these jobs; those of which nothing is are left out.</summary>
    internal async Task<IReadOnlyDictionary<string, JobOwnership>> FindAsync(IReadOnlyCollection<JobRow> jobs, CancellationToken cancellationToken)
    {
        if (jobs.Count == 0) return new Dictionary<string, JobOwnership>();
        var created = jobs.ToDictionary(job => job.Name, job => job.CreationTime.ToUnixTimeMilliseconds());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.JobOwners.AsNoTracking().Where(owner => created.Keys.Contains(owner.JobName)).ToListAsync(cancellationToken);
        return found.Where(owner => created[owner.JobName] == owner.JobCreated.ToUnixTimeMilliseconds()).ToDictionary(owner => owner.JobName, OwnershipOf);
    }

    /// <summary>Records whose the job is, unless something is recorded already: its owner may have shared it since the tags were read.</summary>
    internal async Task AddAsync(JobRow job, JobOwnership ownership, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.JobOwners.Add(new JobOwner { JobName = job.Name, JobCreated = job.CreationTime, Owner = ownership.Owner, ForTeam = ownership.Visibility == JobVisibility.Team });
        await database.TrySaveAsync(cancellationToken);
    }

    /// <summary>Records who sees a job of which something is recorded.</summary>
    internal async Task ShareAsync(JobRow job, JobVisibility visibility, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await Of(database, job).ExecuteUpdateAsync(set => set.SetProperty(owner => owner.ForTeam, visibility == JobVisibility.Team), cancellationToken);
    }

    /// <summary>Forgets whose the job was, and the links to it.</summary>
    internal async Task ForgetAsync(JobRow job, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.ShareLinks.Where(link => link.JobName == job.Name && link.JobCreated == job.CreationTime).ExecuteDeleteAsync(cancellationToken);
        await Of(database, job).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Forgets jobs that were created before that moment: the service has none of them any more.</summary>
    internal async Task ForgetBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.ShareLinks.Where(link => link.JobCreated < moment).ExecuteDeleteAsync(cancellationToken);
        await database.JobOwners.Where(owner => owner.JobCreated < moment).ExecuteDeleteAsync(cancellationToken);
    }

    /// <param name="owner">Null: nothing is recorded.</param>
    internal static JobOwnership OwnershipOf(JobOwner? owner) => new(owner?.Owner ?? "", owner is { ForTeam: true } ? JobVisibility.Team : JobVisibility.Private);

    // To the millisecond, which is what the database keeps.
    private static IQueryable<JobOwner> Of(AppDatabase database, JobRow job) =>
        database.JobOwners.Where(owner => owner.JobName == job.Name && owner.JobCreated == job.CreationTime);
}
