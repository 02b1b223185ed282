namespace Amazon.TranscribeService.Model;

/// <summary>A job in full.</summary>
public partial class TranscriptionJob
{
    public string? TranscriptionJobName { get; set; }

    public TranscriptionJobStatus? TranscriptionJobStatus { get; set; }

    /// <summary>As requested, or identified.</summary>
    public LanguageCode? LanguageCode { get; set; }

    public bool? IdentifyLanguage { get; set; }

    public bool? IdentifyMultipleLanguages { get; set; }

    public List<string>? LanguageOptions { get; set; }

    /// <summary>By language code.</summary>
    public Dictionary<string, LanguageIdSettings>? LanguageIdSettings { get; set; }

    /// <summary>Confidence in the identified language, 0 to 1.</summary>
    public float? IdentifiedLanguageScore { get; set; }

    /// <summary>Every language found in a job that identifies several.</summary>
    public List<LanguageCodeItem>? LanguageCodes { get; set; }

    public Media? Media { get; set; }

    /// <summary>As requested, or detected.</summary>
    public MediaFormat? MediaFormat { get; set; }

    /// <summary>As requested, or detected.</summary>
    public int? MediaSampleRateHertz { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>UTC; null while the job is queued.</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>UTC; null until the job is final.</summary>
    public DateTime? CompletionTime { get; set; }

    /// <summary>Null unless the job failed.</summary>
    public string? FailureReason { get; set; }

    /// <summary>Where the output is, once completed.</summary>
    public Transcript? Transcript { get; set; }

    public Settings? Settings { get; set; }

    public ModelSettings? ModelSettings { get; set; }

    public JobExecutionSettings? JobExecutionSettings { get; set; }

    public ContentRedaction? ContentRedaction { get; set; }

    public SubtitlesOutput? Subtitles { get; set; }

    public List<ToxicityDetectionSettings>? ToxicityDetection { get; set; }

    public List<Tag>? Tags { get; set; }
}
