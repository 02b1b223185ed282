namespace TranscribeConsole.Services;

/// <summary>What the backend that answers can do. Filled when the application is composed; pages read it and ask nothing else.</summary>
public sealed record BackendCapabilities
{
    /// <summary>Short name for the top bar, for example <c>Local backend</c> or <c>Amazon Web Services</c>.</summary>
    public required string Name { get; init; }

    public required string Region { get; init; }

    public required EngineInfo Engine { get; init; }

    /// <summary>Codes of the languages that the engine transcribes; null: every language of the service.</summary>
    public IReadOnlySet<string>? Languages { get; init; }

    /// <summary>What the backend refuses, with the sentence to show in place of the control.</summary>
    public IReadOnlyDictionary<JobOption, string> Refused { get; init; } = new Dictionary<JobOption, string>();

    /// <summary>Address of a page about an object in the provider's own console, with <c>{bucket}</c> and <c>{key}</c>; null: it has none.</summary>
    public string? ObjectPageTemplate { get; init; }

    /// <summary>The page about the object; null: there is none.</summary>
    public string? ObjectPage(S3Location location) => ObjectPageTemplate?
        .Replace("{bucket}", Uri.EscapeDataString(location.Bucket), StringComparison.Ordinal)
        .Replace("{key}", Uri.EscapeDataString(location.Key), StringComparison.Ordinal);

    public bool Transcribes(string languageCode) => Languages is null || Languages.Contains(languageCode);
}

/// <summary>Who turns speech into text.</summary>
/// <param name="Name">Name to show, for example <c>Amazon Transcribe</c> or <c>CMU PocketSphinx</c>.</param>
/// <param name="Notice">What people must know about its transcripts, for example that they are of draft quality; null: nothing.</param>
/// <param name="HelpPath">Address of a page that says more, inside the application or outside; null: none.</param>
public sealed record EngineInfo(string Name, string? Notice = null, string? HelpPath = null);

/// <summary>An option of a job that a backend may have to refuse.</summary>
public enum JobOption
{
    AutomaticLanguageIdentification,
    MultipleLanguagesIdentification,

    /// <summary>The languages that identification chooses from.</summary>
    LanguageOptions,

    /// <summary>Channels or speakers: available while one of the two is.</summary>
    AudioIdentification,

    SpeakerPartitioning,
    ChannelIdentification,
    AlternativeResults,
    ToxicityDetection,
    PiiRedaction,
    VocabularyFilter,
    CustomVocabulary,
    CustomLanguageModel,

    /// <summary>A custom language model for a language that may be identified; refused together with <see cref="CustomLanguageModel"/>.</summary>
    LanguageModelPerLanguage,

    OutputEncryption,
    JobQueue,
    Subtitles,
}
