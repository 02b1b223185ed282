using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Services.Jobs;

/// <summary>One job with everything that the details page shows: <c>TranscriptionJob</c> in the console's words.</summary>
public sealed record JobDetails
{
    public required JobRow Row { get; init; }

    public string Name => Row.Name;

    /// <summary>Whether <see cref="JobRow.Output"/> is what the service says; a job without a result does not tell.</summary>
    public bool IsOutputKnown { get; init; } = true;

    public JobStatus Status => Row.Status;

    /// <summary>For people; of several languages each with the seconds that it is spoken.</summary>
    public required string Language { get; init; }

    /// <summary>Code of the language that was chosen or identified; null: several, or none yet.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>The languages one by one, when several were identified; empty: one language, or none yet.</summary>
    public IReadOnlyList<string> SpokenLanguages { get; init; } = [];

    /// <summary>Languages that identification chose from, for people; empty: any, or none were identified.</summary>
    public IReadOnlyList<string> LanguageOptions { get; init; } = [];

    /// <summary><c>Specific language</c>, <c>Automatic language identification</c> with its score, …</summary>
    public required string LanguageSettings { get; init; }

    /// <summary><c>None</c>, or model type and name.</summary>
    public required string Model { get; init; }

    /// <summary>Names of the custom language models; with identification, by language.</summary>
    public IReadOnlyList<JobResource> LanguageModels { get; init; } = [];

    /// <summary>Wire value (mp3, wav, …); null until it is detected.</summary>
    public string? MediaFormat { get; init; }

    public int? MediaSampleRateHertz { get; init; }

    /// <summary><c>Deactivated</c>, <c>Channel identification</c>, or speaker partitioning with its maximum.</summary>
    public required string AudioIdentification { get; init; }

    public required string AlternativeResults { get; init; }

    public required string CustomVocabulary { get; init; }

    /// <summary>Names of the custom vocabularies; with identification, by language.</summary>
    public IReadOnlyList<JobResource> Vocabularies { get; init; } = [];

    public required string PiiRedaction { get; init; }

    public required string VocabularyFilter { get; init; }

    /// <summary>Names of the vocabulary filters; with identification, by language.</summary>
    public IReadOnlyList<JobResource> VocabularyFilters { get; init; } = [];

    /// <summary>What is done with the words of the filter, for people; null: there is no filter.</summary>
    public string? VocabularyFilterMethod { get; init; }

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

    /// <summary>Whose the job is; null: nobody signs in here.</summary>
    public JobOwnership? Ownership { get; init; }

    /// <summary>Whether the caller may edit, share and delete it.</summary>
    public bool MayChange { get; init; } = true;

    /// <summary>Whether an unredacted transcript can be read.</summary>
    public bool HasTranscript { get; init; }

    /// <summary>Whether a redacted transcript can be read, alone or besides the other.</summary>
    public bool HasRedactedTranscript { get; init; }
}

/// <summary>A vocabulary, vocabulary filter or custom language model that a job uses.</summary>
/// <param name="LanguageCode">The identified language for which it is; null: whatever the language.</param>
public sealed record JobResource(string Name, string? LanguageCode = null);
