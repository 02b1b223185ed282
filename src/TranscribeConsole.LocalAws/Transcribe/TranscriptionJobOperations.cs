using TranscribeConsole.LocalAws.Jobs;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Transcribe.Validation;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>StartTranscriptionJob, GetTranscriptionJob, ListTranscriptionJobs and DeleteTranscriptionJob.</summary>
internal sealed class TranscriptionJobOperations(
    JobStore jobs,
    JobTagStore tags,
    JobRunner runner,
    JobRemoval removal,
    ObjectStore objects,
    MediaFileUri mediaFileUri,
    EngineRules engine,
    VocabularyRules vocabularies,
    JobView view)
{
    private const int DefaultMaxResults = 5;
    private const int MaxKeyLength = 1024;

    public async Task<TranscriptionJobResponse> StartAsync(StartTranscriptionJobRequest request, CancellationToken cancellationToken)
    {
        StartConstraints.Check(request);
        StartRules.Check(request);
        engine.Check(request);
        vocabularies.Check(request);
        var job = new NewJob(request, MediaOf(request), OutputOf(request));
        if (jobs.FindExpired(job.Name) is { } expired) await removal.RemoveAsync(expired, cancellationToken);
        var (result, started) = await jobs.StartAsync(job);
        if (started is null) throw Refusal(result);
        runner.Wake();
        return new(JobView.Started(started, [.. (request.Tags ?? []).OfType<Tag>()]));
    }

    public Task<TranscriptionJobResponse> GetAsync(JobNameRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var job = Find(request);
        return Task.FromResult(new TranscriptionJobResponse(view.Detailed(job, tags.Of(job))));
    }

    public Task<ListTranscriptionJobsResponse> ListAsync(ListTranscriptionJobsRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var check = new Constraints();
        check.OneOf("status", request.Status, Enumerations.JobStatus);
        check.Text("jobNameContains", request.JobNameContains, TextRule.Name);
        check.Text("nextToken", request.NextToken, TextRule.NextToken);
        check.Number("maxResults", request.MaxResults, 1, 100);
        check.ThrowIfBroken();

        var filter = new JobFilter(request.Status, request.JobNameContains);
        var before = request.NextToken is { } token ? PageToken.Decode(token, filter) : (long?)null;
        var size = request.MaxResults ?? DefaultMaxResults;
        var found = jobs.List(filter, before, size + 1); // one more says whether there is a next page
        return Task.FromResult(new ListTranscriptionJobsResponse
        {
            Status = request.Status,
            NextToken = found.Count > size ? PageToken.Encode(found[size - 1].Id, filter) : null,
            TranscriptionJobSummaries = [.. found.Take(size).Select(JobView.Summary)],
        });
    }

    public async Task<EmptyResponse> DeleteAsync(JobNameRequest request, CancellationToken cancellationToken)
    {
        if (!await removal.RemoveAsync(Find(request), cancellationToken)) throw TranscribeErrors.JobNotFound();
        return new();
    }

    private StoredJob Find(JobNameRequest request)
    {
        var check = new Constraints();
        check.RequiredText("transcriptionJobName", request.TranscriptionJobName, TextRule.Name);
        check.ThrowIfBroken();
        return jobs.Find(request.TranscriptionJobName!) ?? throw TranscribeErrors.JobNotFound();
    }

    private ObjectAddress MediaOf(StartTranscriptionJobRequest request)
    {
        // Service-managed output is reached through presigned addresses only, not as media either.
        if (mediaFileUri.Parse(request.Media!.MediaFileUri!) is not { } media
            || media.Bucket == LocalAwsAccount.ServiceBucket
            || objects.Find(media.Bucket, media.Key) is null)
            throw TranscribeErrors.BadRequest(TranscribeErrors.MediaNotAccessible);
        return media;
    }

    private JobOutput OutputOf(StartTranscriptionJobRequest request)
    {
        var name = request.TranscriptionJobName!;
        if (request.OutputBucketName is not { } bucket) return JobOutput.InServiceBucket(name);
        if (bucket == LocalAwsAccount.ServiceBucket || !objects.BucketExists(bucket))
            throw TranscribeErrors.BadRequest($"The output bucket {bucket} in OutputBucketName doesn't exist or can't be accessed.");
        var output = JobOutput.InCustomerBucket(bucket, request.OutputKey, name);
        if (output.TranscriptKey.Length > MaxKeyLength)
            throw TranscribeErrors.BadRequest($"OutputKey and job name make an object key longer than {MaxKeyLength} characters.");
        return output;
    }

    private static Protocols.ServiceErrorException Refusal(StartResult result) => result switch
    {
        StartResult.NameInUse => TranscribeErrors.JobNameInUse(),
        StartResult.QueueFull => TranscribeErrors.LimitExceeded(
            $"{JobStore.MaxQueuedJobs} jobs are waiting already. Wait for some to finish and try your request again."),
        _ => TranscribeErrors.LimitExceeded(
            "The limit of concurrent jobs is reached. Wait for a job to finish, or send JobExecutionSettings.AllowDeferredExecution."),
    };
}
