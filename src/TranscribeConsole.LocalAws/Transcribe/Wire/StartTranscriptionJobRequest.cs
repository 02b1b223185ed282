namespace TranscribeConsole.LocalAws.Transcribe.Wire;

/// <summary>Body of <c>StartTranscriptionJob</c>, not yet validated: anything may be null, list elements too.</summary>
internal sealed record StartTranscriptionJobRequest
{
    public string? TranscriptionJobName { get; init; }
    public string? LanguageCode { get; init; }
    public int? MediaSampleRateHertz { get; init; }
    public string? MediaFormat { get; init; }
    public Media? Media { get; init; }
    public string? OutputBucketName { get; init; }
    public string? OutputKey { get; init; }
    public string? OutputEncryptionKMSKeyId { get; init; }
    public IReadOnlyDictionary<string, string?>? KMSEncryptionContext { get; init; }
    public Settings? Settings { get; init; }
    public ModelSettings? ModelSettings { get; init; }
    public JobExecutionSettings? JobExecutionSettings { get; init; }
    public ContentRedaction? ContentRedaction { get; init; }
    public bool? IdentifyLanguage { get; init; }
    public bool? IdentifyMultipleLanguages { get; init; }
    public IReadOnlyList<string?>? LanguageOptions { get; init; }
    public Subtitles? Subtitles { get; init; }
    public IReadOnlyList<Tag?>? Tags { get; init; }
    public IReadOnlyDictionary<string, LanguageIdSettings?>? LanguageIdSettings { get; init; }
    public IReadOnlyList<ToxicityDetectionSettings?>? ToxicityDetection { get; init; }
}

internal sealed record Media
{
    public string? MediaFileUri { get; init; }
    public string? RedactedMediaFileUri { get; init; }
}

internal sealed record Settings
{
    public string? VocabularyName { get; init; }
    public bool? ShowSpeakerLabels { get; init; }
    public int? MaxSpeakerLabels { get; init; }
    public bool? ChannelIdentification { get; init; }
    public bool? ShowAlternatives { get; init; }
    public int? MaxAlternatives { get; init; }
    public string? VocabularyFilterName { get; init; }
    public string? VocabularyFilterMethod { get; init; }
}

internal sealed record ModelSettings
{
    public string? LanguageModelName { get; init; }
}

internal sealed record JobExecutionSettings
{
    public bool? AllowDeferredExecution { get; init; }
    public string? DataAccessRoleArn { get; init; }
}

internal sealed record ContentRedaction
{
    public string? RedactionType { get; init; }
    public string? RedactionOutput { get; init; }
    public IReadOnlyList<string?>? PiiEntityTypes { get; init; }
}

internal sealed record Subtitles
{
    public IReadOnlyList<string?>? Formats { get; init; }
    public int? OutputStartIndex { get; init; }
}

internal sealed record LanguageIdSettings
{
    public string? VocabularyName { get; init; }
    public string? VocabularyFilterName { get; init; }
    public string? LanguageModelName { get; init; }
}

internal sealed record ToxicityDetectionSettings
{
    public IReadOnlyList<string?>? ToxicityCategories { get; init; }
}

internal sealed record Tag
{
    public string? Key { get; init; }
    public string? Value { get; init; }
}
