namespace Amazon.TranscribeService.Model;

/// <summary>A custom vocabulary in a list.</summary>
public partial class VocabularyInfo
{
    public string? VocabularyName { get; set; }

    public LanguageCode? LanguageCode { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>Only a vocabulary that is READY can be used.</summary>
    public VocabularyState? VocabularyState { get; set; }
}
