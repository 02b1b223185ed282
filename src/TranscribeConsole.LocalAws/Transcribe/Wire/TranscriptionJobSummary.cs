namespace TranscribeConsole.LocalAws.Transcribe.Wire;

/// <summary>A job as List answers it.</summary>
internal sealed record TranscriptionJobSummary
{
    public required string TranscriptionJobName { get; init; }
    public DateTimeOffset CreationTime { get; init; }
    public DateTimeOffset? StartTime { get; init; }
    public DateTimeOffset? CompletionTime { get; init; }
    public string? LanguageCode { get; init; }
    public double? IdentifiedLanguageScore { get; init; }

    public IReadOnlyList<LanguageCodeItem>? LanguageCodes { get; init; }

    public required string TranscriptionJobStatus { get; init; }
    public string? FailureReason { get; init; }
    public required string OutputLocationType { get; init; }
    public ContentRedaction? ContentRedaction { get; init; }
    public ModelSettings? ModelSettings { get; init; }
    public bool? IdentifyLanguage { get; init; }
    public bool? IdentifyMultipleLanguages { get; init; }
    public IReadOnlyList<ToxicityDetectionSettings?>? ToxicityDetection { get; init; }
}
