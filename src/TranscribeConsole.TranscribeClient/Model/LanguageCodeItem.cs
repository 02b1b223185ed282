namespace Amazon.TranscribeService.Model;

/// <summary>A language found in the media.</summary>
public partial class LanguageCodeItem
{
    public LanguageCode? LanguageCode { get; set; }

    /// <summary>Time it is spoken.</summary>
    public float? DurationInSeconds { get; set; }
}
