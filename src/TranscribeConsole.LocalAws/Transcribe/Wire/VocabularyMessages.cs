namespace TranscribeConsole.LocalAws.Transcribe.Wire;

/// <summary>Body of CreateVocabulary and UpdateVocabulary; Update has no tags.</summary>
internal sealed record SaveVocabularyRequest
{
    public string? VocabularyName { get; init; }
    public string? LanguageCode { get; init; }
    public IReadOnlyList<string?>? Phrases { get; init; }
    public string? VocabularyFileUri { get; init; }
    public IReadOnlyList<Tag?>? Tags { get; init; }
    public string? DataAccessRoleArn { get; init; }
    public EncryptionConfiguration? EncryptionConfiguration { get; init; }
}

/// <summary>Body of GetVocabulary and DeleteVocabulary.</summary>
internal sealed record VocabularyNameRequest
{
    public string? VocabularyName { get; init; }
}

internal sealed record ListVocabulariesRequest
{
    public string? NextToken { get; init; }
    public int? MaxResults { get; init; }
    public string? StateEquals { get; init; }
    public string? NameContains { get; init; }
}

/// <summary>A vocabulary as Create, Update, Get and List answer it; what an operation doesn't tell is left out.</summary>
internal sealed record Vocabulary
{
    public required string VocabularyName { get; init; }
    public required string LanguageCode { get; init; }
    public required string VocabularyState { get; init; }
    public required DateTimeOffset LastModifiedTime { get; init; }
    public string? FailureReason { get; init; }
    public string? DownloadUri { get; init; }
    public string? DataAccessRoleArn { get; init; }
}

internal sealed record ListVocabulariesResponse
{
    public string? Status { get; init; }
    public string? NextToken { get; init; }
    public required IReadOnlyList<Vocabulary> Vocabularies { get; init; }
}

internal sealed record EncryptionConfiguration
{
    public string? KMSKey { get; init; }
    public IReadOnlyDictionary<string, string?>? KMSEncryptionContext { get; init; }
}
