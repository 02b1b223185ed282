using System.Reflection;
using TranscribeConsole.Web.Components.Help.Topics;

namespace TranscribeConsole.Web.Components.Help;

/// <summary>Something that the help panel tells about.</summary>
/// <param name="Title">Heading of the panel; also names the links that lead there.</param>
/// <param name="Content">Component with the text; rendered only while the panel shows it.</param>
public sealed record HelpTopic(string Title, Type Content)
{
    private const string Suffix = "Help";

    public static readonly HelpTopic TranscriptionJobs = new("Transcription jobs", typeof(TranscriptionJobsHelp));
    public static readonly HelpTopic CreateJob = new("Create job", typeof(CreateJobHelp));
    public static readonly HelpTopic JobName = new("Name", typeof(JobNameHelp));
    public static readonly HelpTopic ModelType = new("Model type", typeof(ModelTypeHelp));
    public static readonly HelpTopic LanguageSettings = new("Language settings", typeof(LanguageSettingsHelp));
    public static readonly HelpTopic JobQueue = new("Job queue", typeof(JobQueueHelp));
    public static readonly HelpTopic InputData = new("Input data", typeof(InputDataHelp));
    public static readonly HelpTopic OutputLocation = new("Output data location type", typeof(OutputLocationHelp));
    public static readonly HelpTopic Subtitles = new("Subtitles", typeof(SubtitlesHelp));
    public static readonly HelpTopic Encryption = new("Encryption", typeof(EncryptionHelp));
    public static readonly HelpTopic AccessPermissions = new("Access permissions", typeof(AccessPermissionsHelp));
    public static readonly HelpTopic Tags = new("Tags", typeof(TagsHelp));
    public static readonly HelpTopic AudioIdentification = new("Audio identification", typeof(AudioIdentificationHelp));
    public static readonly HelpTopic AlternativeResults = new("Alternative results", typeof(AlternativeResultsHelp));
    public static readonly HelpTopic ToxicityDetection = new("Toxicity detection", typeof(ToxicityDetectionHelp));
    public static readonly HelpTopic PiiRedaction = new("PII redaction", typeof(PiiRedactionHelp));
    public static readonly HelpTopic VocabularyFiltering = new("Vocabulary filtering", typeof(VocabularyFilteringHelp));
    public static readonly HelpTopic CustomVocabulary = new("Custom vocabulary", typeof(CustomVocabularyHelp));
    public static readonly HelpTopic CustomLanguageModel = new("Custom language model", typeof(CustomLanguageModelHelp));
    public static readonly HelpTopic Expiration = new("Expiration", typeof(ExpirationHelp));
    public static readonly HelpTopic ApplicationIntegration = new("Application integration", typeof(ApplicationIntegrationHelp));

    private static readonly Dictionary<string, HelpTopic> ByKey = typeof(HelpTopic).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (HelpTopic)field.GetValue(null)!).ToDictionary(topic => topic.Key);

    /// <summary>What the links that lead there name.</summary>
    public string Key { get; } = Content.Name[..^Suffix.Length];

    /// <summary>Null when no topic has the key.</summary>
    public static HelpTopic? Find(string key) => ByKey.GetValueOrDefault(key);
}
