using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Services.Tags;

/// <summary>The tags of jobs, vocabularies, filters and models, which the service knows by ARN.</summary>
/// <remarks>Of jobs those that the caller may see or change; the tags in which the console keeps their owner are not among them.</remarks>
public sealed class ResourceTags(IAmazonTranscribeService transcribe, TranscriptionJobs jobs, AwsAccount account, Auditor audit, ILogger<ResourceTags> logger)
{
    /// <summary>The tags at this moment.</summary>
    /// <exception cref="AwsFailureException">NotFound: there is no such resource.</exception>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadAsync(TaggedResource kind, string name, CancellationToken cancellationToken)
    {
        if (kind == TaggedResource.TranscriptionJob && await jobs.FindJobAsync(name, cancellationToken) is null)
            throw new AwsFailureException(AwsFailureKind.NotFound, $"There is no transcription job named {name}.");
        var request = new ListTagsForResourceRequest { ResourceArn = await account.ArnAsync(kind, name, cancellationToken) };
        var response = await CallAsync("transcribe:ListTagsForResource", () => transcribe.ListTagsForResourceAsync(request, cancellationToken), cancellationToken);
        return [.. (response.Tags ?? []).Where(tag => !OwnerTags.IsOwn(tag.Key)).Select(tag => KeyValuePair.Create(tag.Key ?? "", tag.Value ?? ""))];
    }

    /// <summary>Makes these the tags: takes away what is not among them, then puts what is new or has another value. No change, no call.</summary>
    /// <param name="tags">Pass <see cref="Jobs.JobRules.CheckTags"/>.</param>
    /// <exception cref="AwsFailureException">The tags may be changed in part.</exception>
    public async Task WriteAsync(TaggedResource kind, string name, IReadOnlyList<KeyValuePair<string, string>> tags, CancellationToken cancellationToken)
    {
        if (kind == TaggedResource.TranscriptionJob) await jobs.RequireChangeAsync(name, cancellationToken);
        var arn = await account.ArnAsync(kind, name, cancellationToken);
        var present = (await ReadAsync(kind, name, cancellationToken)).ToDictionary(StringComparer.Ordinal);
        var wanted = tags.Select(tag => tag.Key).ToHashSet(StringComparer.Ordinal);
        // Tags that AWS itself puts can't be taken away.
        List<string> gone = [.. present.Keys.Where(key => !wanted.Contains(key) && !key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))];
        List<Tag> changed = [.. tags.Where(tag => present.GetValueOrDefault(tag.Key) != tag.Value).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
        // First take away: old and new ones together may be more than the service allows.
        if (gone.Count > 0)
        {
            var untag = new UntagResourceRequest { ResourceArn = arn, TagKeys = gone };
            await CallAsync("transcribe:UntagResource", () => transcribe.UntagResourceAsync(untag, cancellationToken), cancellationToken);
        }

        if (changed.Count > 0) await PutAsync(arn, changed, cancellationToken);
        if (gone.Count + changed.Count > 0) await audit.RecordAsync(AuditAction.TagsChanged, kind == TaggedResource.TranscriptionJob ? name : "", kind == TaggedResource.TranscriptionJob ? "" : $"{kind.ArnType()} {name}");
    }

    /// <summary>Says who sees the job: in the console's record, then in its tags, where another installation reads it.</summary>
    /// <exception cref="AwsFailureException">NotFound: there is no such job. Denied: it is somebody else's. Any other: it is recorded, but the tag could not be put.</exception>
    public async Task ShareAsync(string jobName, JobVisibility visibility, CancellationToken cancellationToken)
    {
        var ownership = await jobs.ShareAsync(jobName, visibility, cancellationToken);
        await PutAsync(await account.ArnAsync(TaggedResource.TranscriptionJob, jobName, cancellationToken), [OwnerTags.VisibilityOf(ownership)], cancellationToken);
    }

    private async Task PutAsync(string arn, List<Tag> tags, CancellationToken cancellationToken)
    {
        var tag = new TagResourceRequest { ResourceArn = arn, Tags = tags };
        await CallAsync("transcribe:TagResource", () => transcribe.TagResourceAsync(tag, cancellationToken), cancellationToken);
    }

    private Task<T> CallAsync<T>(string permission, Func<Task<T>> call, CancellationToken cancellationToken) =>
        AwsCalls.RunAsync(AwsCalls.Transcribe, permission, logger, call, cancellationToken);
}
