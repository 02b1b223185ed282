namespace Amazon.TranscribeService.Model;

/// <summary>What to use for one language if it is identified.</summary>
public partial class LanguageIdSettings
{
    public string? VocabularyName { get; set; }

    public string? VocabularyFilterName { get; set; }

    /// <summary>Not with identification of several languages.</summary>
    public string? LanguageModelName { get; set; }
}
