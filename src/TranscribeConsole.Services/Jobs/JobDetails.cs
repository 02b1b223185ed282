namespace TranscribeConsole.Services.Jobs;

/// <summary>One job with everything that the details page shows: <c>TranscriptionJob</c> in the console's words.</summary>
public sealed record JobDetails
{
    public required JobRow Row { get; init; }

    public string Name => Row.Name;

    public JobStatus Status => Row.Status;

    /// <summary>For people; of several languages each with the seconds that it is spoken.</summary>
    public required string Language { get; init; }

    /// <summary>Languages that identification chose from, for people; empty: any, or none were identified.</summary>
    public IReadOnlyList<string> LanguageOptions { get; init; } = [];

    /// <summary><c>Specific language</c>, <c>Automatic language identification</c> with its score, …</summary>
    public required string LanguageSettings { get; init; }

    /// <summary><c>None</c>, or model type and name.</summary>
    public required string Model { get; init; }

    /// <summary>Wire value (mp3, wav, …); null until it is detected.</summary>
    public string? MediaFormat { get; init; }

    public int? MediaSampleRateHertz { get; init; }

    /// <summary><c>Deactivated</c>, <c>Channel identification</c>, or speaker partitioning with its maximum.</summary>
    public required string AudioIdentification { get; init; }

    public required string AlternativeResults { get; init; }

    public required string CustomVocabulary { get; init; }

    public required string PiiRedaction { get; init; }

    public required string VocabularyFilter { get; init; }

    /// <summary>Kinds of personal data that are redacted, for people; empty: none, or all of them.</summary>
    public IReadOnlyList<string> PiiEntityTypes { get; init; } = [];

    /// <summary><c>Deactivated</c> or <c>Activated</c>.</summary>
    public required string ToxicityDetection { get; init; }

    /// <summary><c>Deactivated</c>, or the role by which the job waits.</summary>
    public required string JobQueue { get; init; }

    /// <summary>The media as <c>s3://bucket/key</c>, whatever form the job was given.</summary>
    public required string MediaUri { get; init; }

    /// <summary>Own bucket: the transcript as <c>s3://bucket/key</c>; null for service-managed output or when not there yet.</summary>
    public S3Location? OutputObject { get; init; }

    /// <summary>Formats of the subtitles asked for (srt, vtt); empty: none.</summary>
    public IReadOnlyList<string> SubtitleFormats { get; init; } = [];

    public int? SubtitleStartIndex { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>Whether an unredacted transcript can be read.</summary>
    public bool HasTranscript { get; init; }

    /// <summary>Whether a redacted transcript can be read, alone or besides the other.</summary>
    public bool HasRedactedTranscript { get; init; }
}
