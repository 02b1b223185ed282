namespace TranscribeConsole.LocalAws.Transcribe.Wire;

/// <summary>A job as Start and Get answer it; absent members are left out.</summary>
internal sealed record TranscriptionJob
{
    public required string TranscriptionJobName { get; init; }
    public required string TranscriptionJobStatus { get; init; }
    public string? LanguageCode { get; init; }
    public double? IdentifiedLanguageScore { get; init; }

    public IReadOnlyList<LanguageCodeItem>? LanguageCodes { get; init; }

    public int? MediaSampleRateHertz { get; init; }
    public string? MediaFormat { get; init; }
    public Media? Media { get; init; }
    public TranscriptAddresses? Transcript { get; init; }
    public DateTimeOffset? StartTime { get; init; }
    public DateTimeOffset CreationTime { get; init; }
    public DateTimeOffset? CompletionTime { get; init; }
    public string? FailureReason { get; init; }
    public Settings? Settings { get; init; }
    public ModelSettings? ModelSettings { get; init; }
    public JobExecutionSettings? JobExecutionSettings { get; init; }
    public ContentRedaction? ContentRedaction { get; init; }
    public bool? IdentifyLanguage { get; init; }
    public bool? IdentifyMultipleLanguages { get; init; }
    public IReadOnlyList<string?>? LanguageOptions { get; init; }
    public IReadOnlyList<Tag?>? Tags { get; init; }
    public SubtitlesOutput? Subtitles { get; init; }
    public IReadOnlyDictionary<string, LanguageIdSettings?>? LanguageIdSettings { get; init; }
    public IReadOnlyList<ToxicityDetectionSettings?>? ToxicityDetection { get; init; }
}

/// <summary>The wire's <c>Transcript</c>: empty until the job is complete.</summary>
internal sealed record TranscriptAddresses
{
    public string? TranscriptFileUri { get; init; }
    public string? RedactedTranscriptFileUri { get; init; }
}

internal sealed record SubtitlesOutput
{
    public IReadOnlyList<string?>? Formats { get; init; }
    public IReadOnlyList<string>? SubtitleFileUris { get; init; }
    public int? OutputStartIndex { get; init; }
}

/// <summary>One of several languages spoken.</summary>
internal sealed record LanguageCodeItem(string LanguageCode, double DurationInSeconds);
