namespace Amazon.TranscribeService.Model;

/// <summary>A custom language model.</summary>
public partial class LanguageModel
{
    public string? ModelName { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? CreateTime { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    public CLMLanguageCode? LanguageCode { get; set; }

    public BaseModelName? BaseModelName { get; set; }

    /// <summary>Only a model that is COMPLETED can be used.</summary>
    public ModelStatus? ModelStatus { get; set; }

    /// <summary>A newer base model exists; using it takes a new model.</summary>
    public bool? UpgradeAvailability { get; set; }

    /// <summary>Null unless the training failed.</summary>
    public string? FailureReason { get; set; }

    public InputDataConfig? InputDataConfig { get; set; }
}
