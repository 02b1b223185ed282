namespace TranscribeConsole.LocalAws.Transcribe.Wire;

/// <summary>Body of CreateVocabularyFilter and UpdateVocabularyFilter; Update has neither language nor tags.</summary>
internal sealed record SaveVocabularyFilterRequest
{
    public string? VocabularyFilterName { get; init; }
    public string? LanguageCode { get; init; }
    public IReadOnlyList<string?>? Words { get; init; }
    public string? VocabularyFilterFileUri { get; init; }
    public IReadOnlyList<Tag?>? Tags { get; init; }
    public string? DataAccessRoleArn { get; init; }
    public EncryptionConfiguration? EncryptionConfiguration { get; init; }
}

/// <summary>Body of GetVocabularyFilter and DeleteVocabularyFilter.</summary>
internal sealed record VocabularyFilterNameRequest
{
    public string? VocabularyFilterName { get; init; }
}

internal sealed record ListVocabularyFiltersRequest
{
    public string? NextToken { get; init; }
    public int? MaxResults { get; init; }
    public string? NameContains { get; init; }
}

/// <summary>A filter as Create, Update, Get and List answer it; what an operation doesn't tell is left out.</summary>
internal sealed record VocabularyFilter
{
    public required string VocabularyFilterName { get; init; }
    public required string LanguageCode { get; init; }
    public required DateTimeOffset LastModifiedTime { get; init; }
    public string? DownloadUri { get; init; }
    public string? DataAccessRoleArn { get; init; }
}

internal sealed record ListVocabularyFiltersResponse
{
    public string? NextToken { get; init; }
    public required IReadOnlyList<VocabularyFilter> VocabularyFilters { get; init; }
}
