namespace TranscribeConsole.Services.LanguageModels;

/// <summary>A custom language model.</summary>
/// <param name="BaseModel">Wire value: <c>NarrowBand</c>, <c>WideBand</c>, or one that is newer than this program.</param>
/// <param name="Status">Wire value: <c>IN_PROGRESS</c>, <c>COMPLETED</c>, <c>FAILED</c>, or one that is newer than this program.</param>
/// <param name="FailureReason">Null unless the training failed.</param>
/// <param name="Created">UTC.</param>
public sealed record LanguageModelInfo(string Name, string LanguageCode, string BaseModel, string Status, string? FailureReason, DateTimeOffset? Created) : INamedResource
{
    /// <summary>UTC.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>A newer base model exists; using it takes a new model.</summary>
    public bool UpgradeAvailable { get; init; }

    /// <summary>Folder of the training texts as the service gives it; empty: not given.</summary>
    public string TrainingUri { get; init; } = "";

    /// <summary>Folder of the tuning texts; empty: none.</summary>
    public string TuningUri { get; init; } = "";

    public string DataAccessRoleArn { get; init; } = "";

    /// <summary>Only a model whose training is complete can be used by a job.</summary>
    public bool IsComplete => Status == "COMPLETED";

    public bool IsPending => Status == "IN_PROGRESS";

    /// <summary>The console's word for the status; the wire value when it is not known.</summary>
    public string StatusText => Status switch
    {
        "IN_PROGRESS" => "In progress",
        "COMPLETED" => "Complete",
        "FAILED" => "Failed",
        _ => Status,
    };

    public string BaseModelText => BaseModel switch
    {
        "NarrowBand" => "Narrow band",
        "WideBand" => "Wide band",
        _ => BaseModel,
    };
}
