namespace TranscribeConsole.Services.LanguageModels;

/// <summary>A custom language model in a list.</summary>
/// <param name="BaseModel">Wire value: <c>NarrowBand</c>, <c>WideBand</c>, or one that is newer than this program.</param>
/// <param name="Status">Wire value: <c>IN_PROGRESS</c>, <c>COMPLETED</c>, <c>FAILED</c>, or one that is newer than this program.</param>
/// <param name="FailureReason">Null unless the training failed.</param>
/// <param name="Created">UTC.</param>
public sealed record LanguageModelInfo(string Name, string LanguageCode, string BaseModel, string Status, string? FailureReason, DateTimeOffset? Created)
{
    /// <summary>Only a model whose training is complete can be used by a job.</summary>
    public bool IsComplete => Status == "COMPLETED";

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
