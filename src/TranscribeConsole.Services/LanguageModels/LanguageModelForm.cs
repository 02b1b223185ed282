using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Services.LanguageModels;

/// <summary>What the page <c>Train model</c> holds.</summary>
public sealed class LanguageModelForm
{
    public string Name { get; set; } = "";

    public string LanguageCode { get; set; } = "en-US";

    public BaseModel BaseModel { get; set; }

    /// <summary>Folder of the training texts, <c>s3://bucket/prefix/</c>.</summary>
    public string TrainingUri { get; set; } = "";

    /// <summary>Folder of the tuning texts; empty: none.</summary>
    public string TuningUri { get; set; } = "";

    public string DataAccessRoleArn { get; set; } = "";

    public List<JobTag> Tags { get; set; } = [];
}

/// <summary>What the training starts from: <c>BaseModelName</c>.</summary>
public enum BaseModel
{
    /// <summary>For audio under 16,000 Hz, such as telephone calls.</summary>
    NarrowBand,

    /// <summary>For audio of 16,000 Hz and more.</summary>
    WideBand,
}
