namespace Amazon.TranscribeService.Model;

/// <summary>Starts a job. Exactly one of <see cref="LanguageCode"/>, <see cref="IdentifyLanguage"/> and
/// <see cref="IdentifyMultipleLanguages"/> must be given.</summary>
public partial class StartTranscriptionJobRequest : AmazonTranscribeServiceRequest
{
    /// <summary>Name of the job, 1 to 200 of <c>0-9 a-z A-Z . _ -</c>; unique in the account and Region, case-sensitive.</summary>
    public string? TranscriptionJobName { get; set; }

    /// <summary>The recording; required.</summary>
    public Media? Media { get; set; }

    /// <summary>Detected when absent.</summary>
    public MediaFormat? MediaFormat { get; set; }

    /// <summary>8,000 to 48,000; detected when absent.</summary>
    public int? MediaSampleRateHertz { get; set; }

    /// <summary>The language spoken.</summary>
    public LanguageCode? LanguageCode { get; set; }

    /// <summary>Find the one dominant language.</summary>
    public bool? IdentifyLanguage { get; set; }

    /// <summary>Find every language spoken.</summary>
    public bool? IdentifyMultipleLanguages { get; set; }

    /// <summary>Codes (<see cref="Amazon.TranscribeService.LanguageCode"/>) that identification chooses from.</summary>
    public List<string>? LanguageOptions { get; set; }

    /// <summary>Vocabulary, filter and model for each language code that may be identified.</summary>
    public Dictionary<string, LanguageIdSettings>? LanguageIdSettings { get; set; }

    /// <summary>Name of the bucket for the output; absent means a bucket of the service.</summary>
    public string? OutputBucketName { get; set; }

    /// <summary>Whole key of the transcript when it ends in <c>.json</c>, else its folder; needs <see cref="OutputBucketName"/>.</summary>
    public string? OutputKey { get; set; }

    /// <summary>Id, alias or ARN of the key that encrypts the output; needs <see cref="OutputBucketName"/>.</summary>
    public string? OutputEncryptionKMSKeyId { get; set; }

    /// <summary>Additional authenticated data for that key.</summary>
    public Dictionary<string, string>? KMSEncryptionContext { get; set; }

    public Settings? Settings { get; set; }

    /// <summary>Custom language model; only together with <see cref="LanguageCode"/>.</summary>
    public ModelSettings? ModelSettings { get; set; }

    /// <summary>Lets the job wait in a queue.</summary>
    public JobExecutionSettings? JobExecutionSettings { get; set; }

    public ContentRedaction? ContentRedaction { get; set; }

    public Subtitles? Subtitles { get; set; }

    /// <summary>At most one element.</summary>
    public List<ToxicityDetectionSettings>? ToxicityDetection { get; set; }

    /// <summary>Up to 50 tags.</summary>
    public List<Tag>? Tags { get; set; }
}
