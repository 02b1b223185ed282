namespace TranscribeConsole.Services.Vocabularies;

/// <summary>A custom vocabulary.</summary>
/// <param name="FailureReason">Null unless the check failed.</param>
public sealed record VocabularyDetails(VocabularyInfo Info, string? FailureReason);
