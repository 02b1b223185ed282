using System.Reflection;
using System.Text.Json;

namespace TranscribeConsole.Services.Limits;

/// <summary>Quotas, media formats, kinds of personal data and languages of Amazon Transcribe batch jobs, as of a date and from a source.</summary>
/// <param name="AsOf">Year and month of the facts.</param>
/// <param name="Source">Where they are published.</param>
public sealed record ServiceLimits(
    string AsOf,
    string Source,
    Quotas Quotas,
    IReadOnlyList<MediaFormatInfo> MediaFormats,
    IReadOnlyList<PiiEntityInfo> PiiEntityTypes,
    IReadOnlyList<LanguageInfo> Languages)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the one data file that holds every figure of the service.</summary>
    public static ServiceLimits Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("transcribe-limits.json")!;
        return JsonSerializer.Deserialize<ServiceLimits>(file, Json)!;
    }

    /// <summary>The language of a code, or null for a code newer than the data file.</summary>
    public LanguageInfo? FindLanguage(string code) => Languages.FirstOrDefault(l => l.Code == code);

    /// <summary>The form in which people read a language: <c>English, US (en-US)</c>; the bare code when it is not known.</summary>
    public string LanguageText(string code) => FindLanguage(code)?.Text ?? code;

    /// <summary>Whether the service offers a feature (<see cref="LanguageFeature"/>) for a language; false for a code newer than the data file.</summary>
    public bool Offers(string code, string feature) => FindLanguage(code)?.Has(feature) == true;

    /// <summary>What people call a kind of personal data; the wire value when it is newer than the data file.</summary>
    public string PiiEntityText(string type) => PiiEntityTypes.FirstOrDefault(entity => entity.Type == type)?.Label ?? type;

    /// <summary>The media format that a file name's extension stands for, or null when it is none of the service's.</summary>
    public MediaFormatInfo? FindMediaFormat(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        return MediaFormats.FirstOrDefault(f => f.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Every accepted extension with its dot, for messages and for the browser's file picker.</summary>
    public IEnumerable<string> MediaExtensions => MediaFormats.SelectMany(f => f.Extensions);
}

/// <summary>Quotas of the service; the names carry the units.</summary>
public sealed record Quotas(
    long MaxMediaBytes,
    int MaxMediaHours,
    int MinMediaMilliseconds,
    int MaxChannels,
    int MaxUriLength,
    int MinSampleRateHertz,
    int MaxSampleRateHertz,
    int JobRetentionDays,
    int MaxJobNameLength,
    int MaxOutputKeyLength,
    int MaxKmsKeyLength,
    int MaxRoleArnLength,
    int MinSpeakers,
    int MaxSpeakers,
    int MinAlternatives,
    int MaxAlternatives,
    int MinLanguageOptions,
    int AdvisedLanguageOptions,
    int MinLanguageIdSettings,
    int MaxLanguageIdSettings,
    int MaxTags,
    int MaxTagKeyLength,
    int MaxTagValueLength,
    int MaxConcurrentJobs,
    int MaxQueuedJobs,
    double QueueBandwidthRatio,
    int MaxVocabularies,
    int MaxPendingVocabularies,
    int MaxVocabularyBytes,
    int MaxPhraseLength,
    int MaxVocabularyFilters,
    int MaxVocabularyFilterBytes,
    int MaxLanguageModels,
    int MaxLanguageModelsInTraining,
    int MaxListResults,
    int ListRequestsPerSecond,
    int GetRequestsPerSecond,
    int StartRequestsPerSecond,
    int DeleteRequestsPerSecond,
    int VocabularyListRequestsPerSecond,
    int VocabularyGetRequestsPerSecond,
    int VocabularyChangeRequestsPerSecond,
    int VocabularyDeleteRequestsPerSecond,
    int PresignedUriSeconds);

/// <param name="Format">Wire value, for example <c>mp3</c>.</param>
/// <param name="Extensions">File name extensions with their dot, the usual one first.</param>
public sealed record MediaFormatInfo(string Format, IReadOnlyList<string> Extensions, string ContentType);

/// <summary>A kind of personal data that redaction looks for.</summary>
/// <param name="Type">Wire value, for example <c>BANK_ROUTING</c>.</param>
/// <param name="Label">For people.</param>
/// <param name="Group">Heading under which it is offered: Financial, Personal, …</param>
/// <param name="Original">Whether it is one of the first set; the others are known since 2026 and may be missing in older Regions.</param>
public sealed record PiiEntityInfo(string Type, string Label, string Group, bool Original = false);

/// <param name="Code">Wire value, for example <c>en-US</c>.</param>
/// <param name="Name">English name, for example <c>English, US</c>; the code itself when it is newer than the data file.</param>
/// <param name="Features">What the service offers for it, see <see cref="LanguageFeature"/>.</param>
public sealed record LanguageInfo(string Code, string Name, IReadOnlyList<string> Features)
{
    public string Text => Name == Code ? Code : $"{Name} ({Code})";

    public bool Has(string feature) => Features.Contains(feature);
}

/// <summary>The features of languages as the data file calls them.</summary>
public static class LanguageFeature
{
    /// <summary>Numbers are written as digits.</summary>
    public const string Digits = "digits";

    /// <summary>Vocabularies may hold acronyms.</summary>
    public const string Acronyms = "acronyms";

    public const string CustomLanguageModel = "customLanguageModel";
    public const string Redaction = "redaction";

    /// <summary>Can be one of several languages that are identified in one recording.</summary>
    public const string MultipleLanguages = "multipleLanguages";

    public const string ToxicityDetection = "toxicityDetection";
}
