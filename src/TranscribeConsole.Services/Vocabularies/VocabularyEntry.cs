namespace TranscribeConsole.Services.Vocabularies;

/// <summary>A row of a custom vocabulary.</summary>
/// <param name="Phrase">As it is spoken, its words joined by hyphens.</param>
/// <param name="DisplayAs">As it is to be written; empty: as the phrase is.</param>
public sealed record VocabularyEntry(string Phrase, string DisplayAs = "")
{
    public bool IsEmpty => Phrase.Trim().Length == 0 && DisplayAs.Trim().Length == 0;
}
