namespace Amazon.TranscribeService.Model;

/// <summary>A job in a list.</summary>
public partial class TranscriptionJobSummary
{
    public string? TranscriptionJobName { get; set; }

    public TranscriptionJobStatus? TranscriptionJobStatus { get; set; }

    /// <summary>As requested, or identified.</summary>
    public LanguageCode? LanguageCode { get; set; }

    public bool? IdentifyLanguage { get; set; }

    public bool? IdentifyMultipleLanguages { get; set; }

    /// <summary>Confidence in the identified language, 0 to 1.</summary>
    public float? IdentifiedLanguageScore { get; set; }

    /// <summary>Every language found in a job that identifies several.</summary>
    public List<LanguageCodeItem>? LanguageCodes { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>UTC; null while the job is queued.</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>UTC; null until the job is final.</summary>
    public DateTime? CompletionTime { get; set; }

    /// <summary>Null unless the job failed.</summary>
    public string? FailureReason { get; set; }

    /// <summary>The one place that says which bucket the output is in.</summary>
    public OutputLocationType? OutputLocationType { get; set; }

    public ModelSettings? ModelSettings { get; set; }

    public ContentRedaction? ContentRedaction { get; set; }

    public List<ToxicityDetectionSettings>? ToxicityDetection { get; set; }
}
