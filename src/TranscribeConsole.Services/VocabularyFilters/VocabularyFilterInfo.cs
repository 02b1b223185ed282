namespace TranscribeConsole.Services.VocabularyFilters;

/// <summary>A vocabulary filter in a list. It has no state: it can be used at once.</summary>
/// <param name="LastModified">UTC.</param>
public sealed record VocabularyFilterInfo(string Name, string LanguageCode, DateTimeOffset? LastModified) : INamedResource
{
    public bool IsPending => false;
}
