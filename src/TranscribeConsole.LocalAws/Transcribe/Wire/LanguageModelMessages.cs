namespace TranscribeConsole.LocalAws.Transcribe.Wire;

internal sealed record CreateLanguageModelRequest
{
    public string? LanguageCode { get; init; }
    public string? BaseModelName { get; init; }
    public string? ModelName { get; init; }
    public InputDataConfig? InputDataConfig { get; init; }
    public IReadOnlyList<Tag?>? Tags { get; init; }
    public EncryptionConfiguration? EncryptionConfiguration { get; init; }
}

internal sealed record InputDataConfig
{
    public string? S3Uri { get; init; }
    public string? TuningDataS3Uri { get; init; }
    public string? DataAccessRoleArn { get; init; }
}

/// <summary>Body of the operations that name one model: Describe and Delete.</summary>
internal sealed record ModelNameRequest
{
    public string? ModelName { get; init; }
}

internal sealed record ListLanguageModelsRequest
{
    public string? StatusEquals { get; init; }
    public string? NameContains { get; init; }
    public string? NextToken { get; init; }
    public int? MaxResults { get; init; }
}

/// <summary>Models as List answers them: none can be trained here, so there is never one.</summary>
internal sealed record ListLanguageModelsResponse
{
    public IReadOnlyList<object> Models { get; } = [];
}
