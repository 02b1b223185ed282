using System.Text.Json;
using System.Text.RegularExpressions;
using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Services.Jobs;

/// <summary>What the two steps of the wizard fill in: step 1 <c>Specify job details</c>, step 2 <c>Configure job</c>.</summary>
/// <remarks>Its rules are <see cref="JobRules"/>, its request is made by <see cref="JobRequest"/>. What a switch rules out is kept, not sent.</remarks>
public sealed partial class JobForm
{
    public string Name { get; set; } = "";

    /// <summary>Who sees the job besides its owner; only where people sign in.</summary>
    public JobVisibility Visibility { get; set; }

    public ModelType ModelType { get; set; }

    public LanguageSetting LanguageSetting { get; set; }

    /// <summary>The language spoken; only with <see cref="LanguageSetting.Specific"/>.</summary>
    public string LanguageCode { get; set; } = "en-US";

    /// <summary>Codes that identification chooses from; empty: any. Only with identification.</summary>
    public List<string> LanguageOptions { get; set; } = [];

    /// <summary>Only with <see cref="ModelType.Custom"/>.</summary>
    public string LanguageModelName { get; set; } = "";

    /// <summary>Let the job wait in the queue when the limit of concurrent jobs is reached.</summary>
    public bool JobQueue { get; set; }

    /// <summary>Role of the queue, <c>arn:aws:iam::account:role/name</c>; only with <see cref="JobQueue"/>.</summary>
    public string DataAccessRoleArn { get; set; } = "";

    /// <summary>Wire value (mp3, wav, …); empty: the service detects it.</summary>
    public string MediaFormat { get; set; } = "";

    /// <summary>Hertz as typed; empty: the service detects it.</summary>
    public string MediaSampleRate { get; set; } = "";

    /// <summary><c>s3://bucket/key</c> of the media; empty while an upload is still to deliver it.</summary>
    public string MediaUri { get; set; } = "";

    public OutputLocation Output { get; set; } = OutputLocation.ServiceManaged;

    /// <summary><c>s3://bucket</c>, <c>s3://bucket/folder/</c> or <c>s3://bucket/folder/name.json</c>; only with <see cref="OutputLocation.CustomerBucket"/>.</summary>
    public string OutputUri { get; set; } = "";

    public bool SubtitleSrt { get; set; }

    public bool SubtitleVtt { get; set; }

    /// <summary>Number of the first subtitle cue, 0 or 1.</summary>
    public int SubtitleStartIndex { get; set; }

    /// <summary>Encrypt the output with a KMS key; only with <see cref="OutputLocation.CustomerBucket"/>.</summary>
    public bool Encryption { get; set; }

    public KmsKeySource KmsKeySource { get; set; }

    /// <summary>Key id, alias or ARN; only with <see cref="KmsKeySource.ThisAccount"/>.</summary>
    public string KmsKeyId { get; set; } = "";

    /// <summary>Key or alias ARN; only with <see cref="KmsKeySource.OtherAccount"/>.</summary>
    public string KmsKeyArn { get; set; } = "";

    public List<JobTag> Tags { get; set; } = [];

    public bool AudioIdentification { get; set; }

    public AudioIdentificationType AudioIdentificationType { get; set; }

    /// <summary>2 to 30 as typed; only with speaker partitioning.</summary>
    public string MaxSpeakers { get; set; } = "10";

    public bool AlternativeResults { get; set; }

    /// <summary>2 to 10 as typed; only with <see cref="AlternativeResults"/>.</summary>
    public string MaxAlternatives { get; set; } = "2";

    public bool ToxicityDetection { get; set; }

    public bool PiiRedaction { get; set; }

    /// <summary>Wire values, without <c>ALL</c>; null: all of them.</summary>
    public List<string>? PiiEntityTypes { get; set; }

    public bool IncludeUnredacted { get; set; }

    public bool VocabularyFiltering { get; set; }

    /// <summary>Only with <see cref="LanguageSetting.Specific"/>; else one by language in <see cref="PerLanguage"/>.</summary>
    public string VocabularyFilterName { get; set; } = "";

    public FilterMethod VocabularyFilterMethod { get; set; }

    public bool CustomVocabulary { get; set; }

    /// <summary>Only with <see cref="LanguageSetting.Specific"/>; else one by language in <see cref="PerLanguage"/>.</summary>
    public string VocabularyName { get; set; } = "";

    /// <summary>Choices by language code for language identification: <c>LanguageIdSettings</c>.</summary>
    public Dictionary<string, LanguageChoices> PerLanguage { get; set; } = [];

    /// <summary>
    /// Language for which model, filter and vocabulary were chosen; kept by <see cref="JobRules.Reconcile"/>, which clears them when the
    /// language becomes another. Empty: whatever stands there was chosen for the present language.
    /// </summary>
    public string NamesChosenFor { get; set; } = "";

    /// <summary>A form with the same contents, its lists too.</summary>
    public JobForm Clone() => JsonSerializer.Deserialize<JobForm>(JsonSerializer.Serialize(this))!;

    /// <summary>Takes the blanks off that come with what is pasted; what the service allows them in, such as tags, stays.</summary>
    public void Trim()
    {
        (Name, MediaUri, OutputUri) = (Name.Trim(), MediaUri.Trim(), OutputUri.Trim());
        (DataAccessRoleArn, KmsKeyId, KmsKeyArn) = (DataAccessRoleArn.Trim(), KmsKeyId.Trim(), KmsKeyArn.Trim());
    }

    /// <summary>Whether the service can have a job of this name: 1 to 200 of a–z A–Z 0–9 . _ - and not periods alone.</summary>
    public static bool IsJobName(string name) => IsResourceName(name) && name is not ("." or "..");

    /// <summary>Whether a vocabulary, filter or model can have this name: 1 to 200 of a–z A–Z 0–9 . _ -</summary>
    internal static bool IsResourceName(string name) => name.Length is > 0 and <= MaxNameLength && ResourceName().IsMatch(name);

    internal bool PartitionsSpeakers => AudioIdentification && AudioIdentificationType == AudioIdentificationType.Speaker;

    internal JobOption AudioIdentificationOption =>
        AudioIdentificationType == AudioIdentificationType.Speaker ? JobOption.SpeakerPartitioning : JobOption.ChannelIdentification;

    /// <summary>What is chosen for a language of an identification; never null.</summary>
    internal LanguageChoices ChoicesOf(string code) => PerLanguage.GetValueOrDefault(code) ?? new LanguageChoices();

    /// <summary>Models by language that apply: those of the languages that one is identified from.</summary>
    internal IReadOnlyDictionary<string, string> ModelsByLanguage => LanguageSetting != LanguageSetting.Identify
        ? new Dictionary<string, string>()
        : LanguageOptions.Distinct().Where(code => ChoicesOf(code).LanguageModelName.Length > 0).ToDictionary(code => code, code => ChoicesOf(code).LanguageModelName);

    /// <summary>Languages for which something is chosen that applies, in the order of <see cref="LanguageOptions"/>.</summary>
    internal IReadOnlyList<string> LanguagesWithChoices => LanguageSetting == LanguageSetting.Specific
        ? []
        : [.. LanguageOptions.Distinct().Where(code =>
            (CustomVocabulary && ChoicesOf(code).VocabularyName.Length > 0)
            || (VocabularyFiltering && ChoicesOf(code).VocabularyFilterName.Length > 0)
            || ModelsByLanguage.ContainsKey(code))];

    private const int MaxNameLength = 200;

    [GeneratedRegex(@"^[0-9a-zA-Z._-]+\z")]
    private static partial Regex ResourceName();
}
