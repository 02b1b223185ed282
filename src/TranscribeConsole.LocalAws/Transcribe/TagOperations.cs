using TranscribeConsole.LocalAws.Jobs;
using TranscribeConsole.LocalAws.Transcribe.Validation;
using TranscribeConsole.LocalAws.Transcribe.Wire;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>TagResource, UntagResource and ListTagsForResource, for jobs, vocabularies and vocabulary filters.</summary>
internal sealed class TagOperations(JobStore jobs, JobTagStore jobTags, WordListStore lists)
{
    private static readonly string ArnPrefix = $"arn:aws:transcribe:{LocalAwsAccount.Region}:{LocalAwsAccount.Id}:";

    public async Task<EmptyResponse> TagAsync(TagResourceRequest request, CancellationToken cancellationToken)
    {
        var check = CheckArn(request.ResourceArn);
        if (check.Required("tags", request.Tags)) TagConstraints.Check(check, request.Tags);
        check.ThrowIfBroken();
        TagConstraints.CheckTogether(request.Tags);
        return await Find(request.ResourceArn!).PutAsync(request.Tags!, cancellationToken) switch
        {
            TagResult.Done => new(),
            TagResult.TooMany => throw TagConstraints.TooMany(),
            _ => throw TranscribeErrors.ResourceNotFound(),
        };
    }

    public async Task<EmptyResponse> UntagAsync(UntagResourceRequest request, CancellationToken cancellationToken)
    {
        var check = CheckArn(request.ResourceArn);
        check.Required("tagKeys", request.TagKeys);
        check.Count("tagKeys", request.TagKeys, 1, 200);
        for (var i = 0; i < request.TagKeys?.Count; i++) check.RequiredText($"tagKeys.{i + 1}.member", request.TagKeys[i], TextRule.TagKey);
        check.ThrowIfBroken();
        await Find(request.ResourceArn!).RemoveAsync(request.TagKeys!, cancellationToken);
        return new();
    }

    public Task<ListTagsForResourceResponse> ListAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CheckArn(request.ResourceArn).ThrowIfBroken();
        return Task.FromResult(new ListTagsForResourceResponse
        {
            ResourceArn = request.ResourceArn!,
            Tags = Find(request.ResourceArn!).Tags,
        });
    }

    private static Constraints CheckArn(string? arn)
    {
        var check = new Constraints();
        check.RequiredText("resourceArn", arn, TextRule.ResourceArn);
        return check;
    }

    private TaggedResource Find(string arn)
    {
        if (!arn.StartsWith(ArnPrefix, StringComparison.Ordinal)) throw TranscribeErrors.ResourceNotFound();
        var slash = arn.IndexOf('/', StringComparison.Ordinal);
        var (type, name) = (arn[ArnPrefix.Length..slash], arn[(slash + 1)..]);
        var resource = type switch
        {
            "transcription-job" => OfJob(name),
            WordListKind.Vocabulary or WordListKind.VocabularyFilter => OfList(type, name),
            _ => null,
        };
        return resource ?? throw TranscribeErrors.ResourceNotFound();
    }

    private TaggedResource? OfJob(string name) => jobs.Find(name) is not { } job ? null : new(
        jobTags.Of(job),
        (tags, cancellationToken) => jobTags.PutAsync(job, tags, TagConstraints.MaxTags, cancellationToken),
        (keys, cancellationToken) => jobTags.RemoveAsync(job, keys, cancellationToken));

    private TaggedResource? OfList(string kind, string name) => lists.Find(kind, name) is not { } list ? null : new(
        lists.TagsOf(list),
        (tags, cancellationToken) => lists.PutTagsAsync(list, tags, TagConstraints.MaxTags, cancellationToken),
        (keys, cancellationToken) => lists.RemoveTagsAsync(list, keys, cancellationToken));

    private sealed record TaggedResource(
        IReadOnlyList<Tag> Tags,
        Func<IReadOnlyList<Tag?>, CancellationToken, Task<TagResult>> PutAsync,
        Func<IReadOnlyList<string?>, CancellationToken, Task> RemoveAsync);
}
