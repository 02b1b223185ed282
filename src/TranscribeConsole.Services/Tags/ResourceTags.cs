using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Tags;

/// <summary>The tags of jobs, vocabularies, filters and models, which the service knows by ARN.</summary>
public sealed class ResourceTags(IAmazonTranscribeService transcribe, AwsAccount account, ILogger<ResourceTags> logger)
{
    /// <summary>The tags at this moment.</summary>
    /// <exception cref="AwsFailureException">NotFound: there is no such resource.</exception>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadAsync(TaggedResource kind, string name, CancellationToken cancellationToken)
    {
        var request = new ListTagsForResourceRequest { ResourceArn = await account.ArnAsync(kind, name, cancellationToken) };
        var response = await CallAsync("transcribe:ListTagsForResource", () => transcribe.ListTagsForResourceAsync(request, cancellationToken), cancellationToken);
        return [.. (response.Tags ?? []).Select(tag => KeyValuePair.Create(tag.Key ?? "", tag.Value ?? ""))];
    }

    /// <summary>Makes these the tags: takes away what is not among them, then puts what is new or has another value. No change, no call.</summary>
    /// <param name="tags">Pass <see cref="Jobs.JobRules.CheckTags"/>.</param>
    /// <exception cref="AwsFailureException">The tags may be changed in part.</exception>
    public async Task WriteAsync(TaggedResource kind, string name, IReadOnlyList<KeyValuePair<string, string>> tags, CancellationToken cancellationToken)
    {
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

        if (changed.Count > 0)
        {
            var tag = new TagResourceRequest { ResourceArn = arn, Tags = changed };
            await CallAsync("transcribe:TagResource", () => transcribe.TagResourceAsync(tag, cancellationToken), cancellationToken);
        }
    }

    private Task<T> CallAsync<T>(string permission, Func<Task<T>> call, CancellationToken cancellationToken) =>
        AwsCalls.RunAsync(AwsCalls.Transcribe, permission, logger, call, cancellationToken);
}
