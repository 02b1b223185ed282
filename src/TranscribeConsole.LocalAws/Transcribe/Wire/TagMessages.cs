namespace TranscribeConsole.LocalAws.Transcribe.Wire;

internal sealed record TagResourceRequest
{
    public string? ResourceArn { get; init; }
    public IReadOnlyList<Tag?>? Tags { get; init; }
}

internal sealed record UntagResourceRequest
{
    public string? ResourceArn { get; init; }
    public IReadOnlyList<string?>? TagKeys { get; init; }
}

internal sealed record ListTagsForResourceRequest
{
    public string? ResourceArn { get; init; }
}

internal sealed record ListTagsForResourceResponse
{
    public required string ResourceArn { get; init; }
    public required IReadOnlyList<Tag> Tags { get; init; }
}

/// <summary>Answer of operations that have nothing to say: an empty object.</summary>
internal sealed record EmptyResponse;
