using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Reading;

namespace TranscribeConsole.Services.Jobs;

/// <summary>The transcription jobs of the configured account and Region: those that its guard lets the caller see, without one all.</summary>
public sealed class TranscriptionJobs(
    IAmazonTranscribeService transcribe, ServiceLimits limits, ILogger<TranscriptionJobs> logger, TranscriptEditing? editing = null, JobGuard? guard = null,
    Auditor? audit = null, DailyLimits? daily = null)
{
    private readonly JobMapping _mapping = new(limits);

    /// <summary>A page of jobs, newest first.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public Task<JobPage> ListAsync(JobQuery query, CancellationToken cancellationToken) => guard is null
        ? ListAllAsync(query, cancellationToken)
        : guard.ListAsync(query, part => ListAllAsync(part, cancellationToken), name => AskAsync(name, cancellationToken), cancellationToken);

    /// <summary>Those of the jobs that may be seen.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<IReadOnlyList<JobRow>> VisibleAsync(IReadOnlyList<JobRow> rows, CancellationToken cancellationToken) =>
        guard is null ? rows : await guard.VisibleAsync(rows, name => AskAsync(name, cancellationToken), cancellationToken);

    private async Task<JobPage> ListAllAsync(JobQuery query, CancellationToken cancellationToken)
    {
        var request = new ListTranscriptionJobsRequest
        {
            JobNameContains = string.IsNullOrEmpty(query.NameContains) ? null : query.NameContains,
            Status = query.Status is { } status ? new TranscriptionJobStatus(status.WireValue()) : null,
            NextToken = query.NextToken,
            MaxResults = Math.Clamp(query.PageSize, 1, limits.Quotas.MaxListResults),
        };
        var response = await CallAsync("transcribe:ListTranscriptionJobs", () => transcribe.ListTranscriptionJobsAsync(request, cancellationToken), cancellationToken);
        return new JobPage([.. (response.TranscriptionJobSummaries ?? []).Select(_mapping.Row)], response.NextToken);
    }

    /// <summary>The job, or null when there is none of that name.</summary>
    /// <param name="use">What for: what is shown to somebody is recorded here.</param>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<JobDetails?> FindAsync(string name, CancellationToken cancellationToken, JobUse use = JobUse.View)
    {
        if (await FindJobAsync(name, cancellationToken) is not { } job) return null;
        if (use == JobUse.View) await ViewedAsync(name);
        var details = await WithOwnershipAsync(_mapping.Details(job), job, cancellationToken);
        if (JobOutput.IsTold(job)) return details;
        OutputLocation? output = null;
        try
        {
            output = await FindOutputAsync(name, cancellationToken);
        }
        catch (AwsFailureException)
        {
            // The details are worth showing without it.
        }

        return details with { Row = details.Row with { Output = output ?? details.Row.Output }, IsOutputKnown = output is not null };
    }

    /// <summary>Starts a job from a form that has passed its checks and whose <see cref="JobForm.MediaUri"/> is filled.</summary>
    /// <exception cref="AwsFailureException">Conflict: the name is in use. BadRequest: the service's own reason. Denied: the caller may not.</exception>
    public async Task<JobRow> StartAsync(JobForm form, CancellationToken cancellationToken)
    {
        var ownership = guard is null ? null : await guard.ClaimAsync(form.Visibility);
        var request = JobRequest.Of(form, ownership);
        if (ownership is not null) OwnerTags.CheckRoom(request.Tags?.Count ?? 0, limits.Quotas.MaxTags);
        var response = await CountedAsync(ownership?.Owner, () =>
            CallAsync("transcribe:StartTranscriptionJob", () => transcribe.StartTranscriptionJobAsync(request, cancellationToken), cancellationToken), cancellationToken);
        var row = _mapping.Row(response.TranscriptionJob ?? throw new AwsFailureException(
            AwsFailureKind.Unavailable, "Amazon Transcribe gave no job in its answer. Look at the list before trying again."));
        await RecordAsync(AuditAction.JobCreated, row.Name, ownership is null ? "" : ownership.Visibility.ToString());
        if (ownership is not null) await guard!.AddAsync(row, ownership, cancellationToken);
        return row;
    }

    /// <summary>The service has the job of an earlier attempt, whose answer was lost: counts and records what that could not.</summary>
    /// <param name="counted">It counts already.</param>
    internal async Task StartedEarlierAsync(JobForm form, bool counted, CancellationToken cancellationToken)
    {
        var owner = guard is null ? null : (await guard.ClaimAsync(form.Visibility)).Owner;
        if (!counted && daily is not null && owner is not null) await daily.TakeJobAsync(owner, cancellationToken);
        await RecordAsync(AuditAction.JobCreated, form.Name, owner is null ? "found when asked again" : $"{form.Visibility}, found when asked again");
    }

    // Before the service is asked: of several at once none slips through. What the service refuses does not count; what it may have started does.
    private async Task<T> CountedAsync<T>(string? person, Func<Task<T>> start, CancellationToken cancellationToken)
    {
        if (daily is null || person is null) return await start();
        if (await daily.TakeJobAsync(person, cancellationToken) is { } refusal) throw new AwsFailureException(AwsFailureKind.Denied, refusal);
        try
        {
            return await start();
        }
        catch (AwsFailureException e) when (e.Kind != AwsFailureKind.Unavailable)
        {
            await daily.GiveBackJobAsync(person);
            throw;
        }
    }

    /// <summary>Whether the caller may change the job of that name; false also when there is none.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<bool> MayChangeAsync(string name, CancellationToken cancellationToken) =>
        await FindJobAsync(name, cancellationToken) is { } job && await MayChangeAsync(job, cancellationToken);

    /// <exception cref="AwsFailureException">NotFound: there is no such job. Denied: it is somebody else's.</exception>
    internal async Task<TranscriptionJob> RequireChangeAsync(string name, CancellationToken cancellationToken)
    {
        if (await FindJobAsync(name, cancellationToken) is not { } job) throw new AwsFailureException(AwsFailureKind.NotFound, $"There is no transcription job named {name}.");
        return await MayChangeAsync(job, cancellationToken) ? job : throw NotTheirs();
    }

    /// <summary>Records who sees the job; its tags are to say the same.</summary>
    /// <inheritdoc cref="RequireChangeAsync" path="/exception"/>
    internal async Task<JobOwnership> ShareAsync(string name, JobVisibility visibility, CancellationToken cancellationToken)
    {
        if (guard is null) throw new InvalidOperationException("Nobody signs in: everybody sees every job.");
        var job = await RequireChangeAsync(name, cancellationToken);
        var row = _mapping.Row(job);
        var ownership = await guard.OwnershipAsync(row, job, cancellationToken) with { Visibility = visibility };
        await guard.ShareAsync(row, visibility, cancellationToken);
        await RecordAsync(AuditAction.VisibilityChanged, name, visibility.ToString());
        return ownership;
    }

    /// <summary>Deletes the job, its service-managed output and what people added to its transcript; stops it where the backend can. No error when it is gone already.</summary>
    /// <exception cref="AwsFailureException">The service refuses, for example a job that has not ended.</exception>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        JobRow? owned = null;
        if (guard is not null)
        {
            if (await FindJobAsync(name, cancellationToken) is not { } job) return; // gone, or never there for this caller
            if (!await MayChangeAsync(job, cancellationToken)) throw NotTheirs();
            owned = _mapping.Row(job);
        }

        var edited = await EditedAsync(name, cancellationToken);
        await DeleteJobAsync(name, cancellationToken);
        try
        {
            if (owned is not null) await guard!.ForgetAsync(owned, cancellationToken);
            if (edited is not null) await editing!.ForgetAsync(edited, cancellationToken);
        }
        finally
        {
            await RecordAsync(AuditAction.JobDeleted, name); // it is gone, whatever became of the rest
        }
    }

    // The job whose corrections and names go with it: another of that name, in another account, keeps its own.
    private async Task<EditedJob?> EditedAsync(string name, CancellationToken cancellationToken) =>
        editing is not null && await editing.JobsAsync(name, cancellationToken) is { Count: > 0 } edited && await FindRowAsync(name, output: null, cancellationToken) is { } row
            ? edited.FirstOrDefault(job => job.IsOf(row))
            : null;

    private async Task DeleteJobAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DeleteTranscriptionJobRequest { TranscriptionJobName = name };
            await CallAsync("transcribe:DeleteTranscriptionJob", () => transcribe.DeleteTranscriptionJobAsync(request, cancellationToken), cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
        }
    }

    /// <summary>A form for a new job with the settings of this one; null when there is none of that name.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<CopiedJob?> CopyAsync(string name, CancellationToken cancellationToken, JobUse use = JobUse.View)
    {
        if (await FindJobAsync(name, cancellationToken) is not { } job) return null;
        if (use == JobUse.View) await ViewedAsync(name);
        var output = JobOutput.IsTold(job)
            ? JobOutput.ObjectOf(job) is null ? OutputLocation.ServiceManaged : OutputLocation.CustomerBucket
            : await FindOutputAsync(name, cancellationToken);
        return new JobCopy(job, output).Make();
    }

    /// <summary>The job as developers see it; null when there is none of that name.</summary>
    /// <exception cref="AwsFailureException">With a sentence for the user.</exception>
    public async Task<JobTexts?> TextsAsync(string name, CancellationToken cancellationToken)
    {
        if (await FindJobAsync(name, cancellationToken) is not { } job) return null;
        await ViewedAsync(name);
        var request = JobRequest.Of(job);
        return new JobTexts(JobRequestText.Json(request), JobResponseText.Json(job), JobRequestText.Cli(request));
    }

    /// <summary>The job in the service's own shape, with addresses that have just been made; null when there is none of that name that may be seen.</summary>
    internal async Task<TranscriptionJob?> FindJobAsync(string name, CancellationToken cancellationToken) =>
        await AskAsync(name, cancellationToken) is { } job && (guard is null || await guard.MaySeeAsync(_mapping.Row(job), job, cancellationToken)) ? job : null;

    private async Task<TranscriptionJob?> AskAsync(string name, CancellationToken cancellationToken)
    {
        if (!JobForm.IsJobName(name)) return null; // The service would refuse the request, in other words.
        try
        {
            var request = new GetTranscriptionJobRequest { TranscriptionJobName = name };
            return (await CallAsync("transcribe:GetTranscriptionJob", () => transcribe.GetTranscriptionJobAsync(request, cancellationToken), cancellationToken)).TranscriptionJob;
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            return null;
        }
    }

    private ValueTask ViewedAsync(string name) => audit?.VisitAsync(AuditAction.JobViewed, name) ?? ValueTask.CompletedTask;

    private async Task RecordAsync(AuditAction action, string name, string detail = "")
    {
        if (audit is null) return;
        try
        {
            await audit.RecordAsync(action, name, detail);
        }
        catch (NotRecordedException e)
        {
            throw new AwsFailureException(AwsFailureKind.Unavailable, e.Message); // which all who start and delete jobs show, row by row
        }
    }

    private static AwsFailureException NotTheirs() => new(AwsFailureKind.Denied, "Only the owner of the job and managers may do this.");

    private async Task<bool> MayChangeAsync(TranscriptionJob job, CancellationToken cancellationToken) =>
        guard is null || JobGuard.MayChange(await guard.CallerAsync(), await guard.OwnershipAsync(_mapping.Row(job), job, cancellationToken));

    private async Task<JobDetails> WithOwnershipAsync(JobDetails details, TranscriptionJob job, CancellationToken cancellationToken)
    {
        if (guard is null) return details;
        var ownership = await guard.OwnershipAsync(details.Row, job, cancellationToken);
        return details with { Ownership = ownership, MayChange = JobGuard.MayChange(await guard.CallerAsync(), ownership) };
    }

    internal JobDetails DetailsOf(TranscriptionJob job) => _mapping.Details(job);

    /// <param name="output">Kind of output as the list told it, for a job that does not tell; null: not known.</param>
    internal async Task<JobRow?> FindRowAsync(string name, OutputLocation? output, CancellationToken cancellationToken)
    {
        if (await FindJobAsync(name, cancellationToken) is not { } job) return null;
        var row = _mapping.Row(job);
        return JobOutput.IsTold(job) ? row : row with { Output = output ?? row.Output };
    }

    // The list is newest first; a job beyond the first page of those with its name in theirs is not looked for.
    private async Task<OutputLocation?> FindOutputAsync(string name, CancellationToken cancellationToken)
    {
        var page = await ListAsync(new JobQuery(name, PageSize: limits.Quotas.MaxListResults), cancellationToken);
        return page.Jobs.FirstOrDefault(row => row.Name == name)?.Output;
    }

    private Task<T> CallAsync<T>(string permission, Func<Task<T>> call, CancellationToken cancellationToken) =>
        AwsCalls.RunAsync(AwsCalls.Transcribe, permission, logger, call, cancellationToken);
}
