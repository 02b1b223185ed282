using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using Job = Amazon.TranscribeService.Model.TranscriptionJob;

namespace TranscribeConsole.Services.Access;

/// <summary>Lets the caller of one request or circuit see and change the jobs that are theirs to see and change.</summary>
/// <remarks>
/// Managers see everything. A job of which nothing is recorded was made elsewhere, or by another installation, whose tags are then asked for
/// once. Of what somebody may not see nothing is said: the job seems not to exist.
/// </remarks>
public sealed class JobGuard(ICallerSource callers, JobOwners owners, OtherJobs otherJobs)
{
    /// <summary>What is asked for at a time: most of it may be other people's.</summary>
    private const int ServicePage = 100;

    /// <summary>Most pages of the service that one page for the caller may cost.</summary>
    private const int MaxServicePages = 50;

    public ValueTask<Caller> CallerAsync() => callers.GetAsync();

    /// <summary>Whether the caller sees the job.</summary>
    internal async Task<bool> MaySeeAsync(JobRow row, Job job, CancellationToken cancellationToken)
    {
        var caller = await callers.GetAsync();
        return caller.Is(Role.Manager) || MaySee(caller, row, await OwnershipAsync(row, job, cancellationToken));
    }

    internal static bool MayChange(Caller caller, JobOwnership ownership) =>
        caller.Is(Role.Manager) || (caller.Is(Role.Submitter) && IsOwner(caller, ownership));

    // By a link: who made it might make it now.
    private static bool MayShare(Caller caller, JobOwnership ownership) => MayChange(caller with { Shared = null }, ownership);

    /// <summary>Whose the job is; what its tags say is recorded when nothing was.</summary>
    internal async Task<JobOwnership> OwnershipAsync(JobRow row, Job job, CancellationToken cancellationToken)
    {
        if ((await owners.FindAsync([row], cancellationToken)).TryGetValue(row.Name, out var known)) return known;
        var told = OwnerTags.Read(job.Tags) ?? new JobOwnership("", JobVisibility.Private);
        await owners.AddAsync(row, told, cancellationToken);
        return told;
    }

    /// <exception cref="AwsFailureException">Denied: the caller may not create jobs.</exception>
    internal async Task<JobOwnership> ClaimAsync(JobVisibility visibility)
    {
        var caller = await callers.GetAsync();
        return caller.Is(Role.Submitter)
            ? new JobOwnership(caller.SignInName, visibility)
            : throw new AwsFailureException(AwsFailureKind.Denied, "Creating jobs needs the role Submitter. Ask an administrator for it.");
    }

    internal Task AddAsync(JobRow row, JobOwnership ownership, CancellationToken cancellationToken) => owners.AddAsync(row, ownership, cancellationToken);

    internal Task ShareAsync(JobRow row, JobVisibility visibility, CancellationToken cancellationToken) => owners.ShareAsync(row, visibility, cancellationToken);

    internal Task ForgetAsync(JobRow row, CancellationToken cancellationToken) => owners.ForgetAsync(row, cancellationToken);

    /// <summary>Those of the jobs that the caller sees.</summary>
    /// <param name="find">Asks the service for a job.</param>
    internal async Task<IReadOnlyList<JobRow>> VisibleAsync(IReadOnlyCollection<JobRow> rows, Func<string, Task<Job?>> find, CancellationToken cancellationToken)
    {
        var caller = await callers.GetAsync();
        if (caller.Is(Role.Manager)) return [.. rows];
        var known = await owners.FindAsync(rows, cancellationToken);
        var visible = new List<JobRow>();
        foreach (var row in rows)
            if (await MaySeeAsync(caller, row, known, find, cancellationToken)) visible.Add(row);
        return visible;
    }

    /// <summary>A page of what the caller sees. Its token says how far the service's page was used.</summary>
    /// <exception cref="AwsFailureException">The service refuses, or the token is none of ours.</exception>
    internal async Task<JobPage> ListAsync(JobQuery query, Func<JobQuery, Task<JobPage>> list, Func<string, Task<Job?>> find, CancellationToken cancellationToken)
    {
        var caller = await callers.GetAsync();
        if (caller.Is(Role.Manager)) return await list(query);
        var at = ListPosition.Parse(query.NextToken);
        var visible = new List<JobRow>();
        for (var pages = 1; ; pages++)
        {
            var page = await list(query with { NextToken = at.Token, PageSize = ServicePage });
            var known = await owners.FindAsync(page.Jobs, cancellationToken);
            for (var index = at.Used; index < page.Jobs.Count; index++)
            {
                if (!await MaySeeAsync(caller, page.Jobs[index], known, find, cancellationToken)) continue;
                if (visible.Count == query.PageSize) return new JobPage(visible, (at with { Used = index }).ToString()); // there is one more
                visible.Add(page.Jobs[index]);
            }

            if (page.NextToken is null) return new JobPage(visible, null);
            at = new ListPosition(0, page.NextToken);
            if (pages == MaxServicePages) return new JobPage(visible, at.ToString());
        }
    }

    private async Task<bool> MaySeeAsync(
        Caller caller, JobRow row, IReadOnlyDictionary<string, JobOwnership> known, Func<string, Task<Job?>> find, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(row.Name, out var ownership)) return MaySee(caller, row, ownership);
        return await find(row.Name) is { } job && MaySee(caller, row, await OwnershipAsync(row, job, cancellationToken));
    }

    private bool MaySee(Caller caller, JobRow row, JobOwnership ownership) =>
        caller.Shared is { } shared ? shared.IsOf(row) && MayShare(caller, ownership) : MaySee(caller, ownership);

    private bool MaySee(Caller caller, JobOwnership ownership) =>
        IsOwner(caller, ownership) || ownership.Visibility == JobVisibility.Team || (ownership.Owner.Length == 0 && otherJobs == OtherJobs.Team);

    private static bool IsOwner(Caller caller, JobOwnership ownership) => ownership.Owner.Length > 0 && ownership.Owner == caller.SignInName;
}
