using System.Text.RegularExpressions;
using Amazon.TranscribeService.Model;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>What the two steps of the wizard fill in, with its rules: step 1 <c>Specify job details</c>, step 2 <c>Configure job</c>.</summary>
public sealed partial class JobForm
{
    public string Name { get; set; } = "";

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

    // Until the page is rebuilt on AudioIdentification.
    [System.Text.Json.Serialization.JsonIgnore]
    public bool ChannelIdentification
    {
        get => AudioIdentification && AudioIdentificationType == AudioIdentificationType.Channel;
        set => AudioIdentification = value;
    }

    /// <summary>The rules that step 1 breaks, in the order of the page; empty: none.</summary>
    /// <param name="uploading">An upload is under way or done and will fill <see cref="MediaUri"/>.</param>
    public IReadOnlyList<FieldError> CheckDetails(BackendCapabilities backend, ServiceLimits limits, bool uploading) =>
        [.. CheckName(limits), .. CheckLanguage(backend, limits), .. CheckMedia(uploading), .. CheckOutput(), .. CheckSubtitles(backend)];

    /// <summary>The rules that step 2 breaks; empty: none.</summary>
    public IReadOnlyList<FieldError> CheckConfiguration(BackendCapabilities backend) =>
        ChannelIdentification && backend.Refused.TryGetValue(JobOption.ChannelIdentification, out var reason)
            ? [new(nameof(ChannelIdentification), reason)]
            : [];

    /// <summary>Whether the service can have a job of this name: 1 to 200 of a–z A–Z 0–9 . _ - and not periods alone.</summary>
    public static bool IsJobName(string name) => name.Length is > 0 and <= MaxNameLength && JobName().IsMatch(name) && name is not ("." or "..");

    /// <summary>The request that the form stands for. What is off is absent: the service takes false flags and empty lists amiss.</summary>
    internal StartTranscriptionJobRequest ToRequest()
    {
        var request = new StartTranscriptionJobRequest
        {
            TranscriptionJobName = Name,
            LanguageCode = LanguageCode,
            Media = new Amazon.TranscribeService.Model.Media { MediaFileUri = MediaUri },
        };
        if (Output == OutputLocation.CustomerBucket && S3Location.TryParse(OutputUri, out var output))
        {
            request.OutputBucketName = output.Bucket;
            if (output.Key.Length > 0) request.OutputKey = output.Key;
        }

        List<string> subtitles = [.. SubtitleSrt ? ["srt"] : Array.Empty<string>(), .. SubtitleVtt ? ["vtt"] : Array.Empty<string>()];
        if (subtitles.Count > 0) request.Subtitles = new Subtitles { Formats = subtitles, OutputStartIndex = SubtitleStartIndex };
        if (ChannelIdentification) request.Settings = new Settings { ChannelIdentification = true };
        return request;
    }

    private IEnumerable<FieldError> CheckName(ServiceLimits limits)
    {
        if (Name.Length == 0)
            yield return new(nameof(Name), "Enter a name for the job.");
        else if (Name.Length > limits.Quotas.MaxJobNameLength)
            yield return new(nameof(Name), $"The name has {Name.Length} characters; it can have up to {limits.Quotas.MaxJobNameLength}.");
        else if (!JobName().IsMatch(Name))
            yield return new(nameof(Name), "The name can contain letters a–z and A–Z, digits, periods, underscores and hyphens; no spaces.");
        else if (Name is "." or "..")
            yield return new(nameof(Name), "The name can't be a period or two periods alone.");
    }

    private IEnumerable<FieldError> CheckLanguage(BackendCapabilities backend, ServiceLimits limits)
    {
        if (LanguageCode.Length == 0)
            yield return new(nameof(LanguageCode), "Choose the language that is spoken.");
        else if (!backend.Transcribes(LanguageCode))
            yield return new(nameof(LanguageCode), $"{backend.Engine.Name} can't transcribe {limits.LanguageText(LanguageCode)}. Choose {string.Join(" or ", backend.Languages!.Select(limits.LanguageText))}.");
    }

    private IEnumerable<FieldError> CheckMedia(bool uploading)
    {
        if (MediaUri.Length == 0 && !uploading)
            yield return new(nameof(MediaUri), "Choose a file to upload or enter the S3 location of the media.");
        else if (MediaUri.Length > 0 && (!S3Location.TryParse(MediaUri, out var location) || location.Key.Length == 0 || location.Key.EndsWith('/')))
            yield return new(nameof(MediaUri), "The location must have the form s3://bucket/key and name one object.");
        else if (MediaUri.Length > MaxUriLength)
            yield return new(nameof(MediaUri), $"The location can have up to {MaxUriLength} characters.");
    }

    private IEnumerable<FieldError> CheckOutput()
    {
        if (Output == OutputLocation.ServiceManaged) yield break;
        if (OutputUri.Length == 0)
            yield return new(nameof(OutputUri), "Enter the S3 location for the output, for example s3://bucket/folder/.");
        else if (!S3Location.TryParse(OutputUri, out var location))
            yield return new(nameof(OutputUri), "The location must begin with s3:// and a bucket name of 3 to 63 characters: a–z, 0–9, periods and hyphens.");
        else if (location.Key.Length > 0 && !OutputKey().IsMatch(location.Key))
            yield return new(nameof(OutputUri), "The part after the bucket can have up to 1,024 of these characters: a–z A–Z 0–9 - _ . ! * ' ( ) /");
    }

    private IEnumerable<FieldError> CheckSubtitles(BackendCapabilities backend)
    {
        if ((SubtitleSrt || SubtitleVtt) && backend.Refused.TryGetValue(JobOption.Subtitles, out var reason))
            yield return new(nameof(SubtitleSrt), reason);
        if (SubtitleStartIndex is not (0 or 1))
            yield return new(nameof(SubtitleStartIndex), "The start index is 0 or 1.");
    }

    private const int MaxNameLength = 200;
    private const int MaxUriLength = 2000;

    [GeneratedRegex(@"^[0-9a-zA-Z._-]+\z")]
    private static partial Regex JobName();

    [GeneratedRegex(@"^[a-zA-Z0-9\-_.!*'()/]{1,1024}\z")]
    private static partial Regex OutputKey();
}
