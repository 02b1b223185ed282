namespace Amazon.TranscribeService.Model;

/// <summary>A vocabulary filter in a list. It has no state: it can be used at once.</summary>
public partial class VocabularyFilterInfo
{
    public string? VocabularyFilterName { get; set; }

    public LanguageCode? LanguageCode { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }
}
