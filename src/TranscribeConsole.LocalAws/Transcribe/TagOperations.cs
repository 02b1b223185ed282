using TranscribeConsole.LocalAws.Jobs;
using TranscribeConsole.LocalAws.Transcribe.Validation;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>TagResource, UntagResource and ListTagsForResource, for jobs.</summary>
internal sealed class TagOperations(JobStore jobs, JobTagStore tags)
{
    private static readonly string JobArnPrefix = $"arn:aws:transcribe:{LocalAwsAccount.Region}:{LocalAwsAccount.Id}:transcription-job/";

    public async Task<EmptyResponse> TagAsync(TagResourceRequest request, CancellationToken cancellationToken)
    {
        var check = CheckArn(request.ResourceArn);
        if (check.Required("tags", request.Tags)) TagConstraints.Check(check, request.Tags);
        check.ThrowIfBroken();
        TagConstraints.CheckTogether(request.Tags);
        return await tags.PutAsync(Find(request.ResourceArn!), request.Tags!, TagConstraints.MaxTags, cancellationToken) switch
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
        await tags.RemoveAsync(Find(request.ResourceArn!), request.TagKeys!, cancellationToken);
        return new();
    }

    public Task<ListTagsForResourceResponse> ListAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CheckArn(request.ResourceArn).ThrowIfBroken();
        return Task.FromResult(new ListTagsForResourceResponse
        {
            ResourceArn = request.ResourceArn!,
            Tags = tags.Of(Find(request.ResourceArn!)),
        });
    }

    private static Constraints CheckArn(string? arn)
    {
        var check = new Constraints();
        check.RequiredText("resourceArn", arn, TextRule.ResourceArn);
        return check;
    }

    private StoredJob Find(string arn)
    {
        if (!arn.StartsWith(JobArnPrefix, StringComparison.Ordinal)) throw TranscribeErrors.ResourceNotFound();
        return jobs.Find(arn[JobArnPrefix.Length..]) ?? throw TranscribeErrors.ResourceNotFound();
    }
}
