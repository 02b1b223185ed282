namespace Amazon.TranscribeService.Model;

/// <summary>The custom language model of a job.</summary>
public partial class ModelSettings
{
    public string? LanguageModelName { get; set; }
}
