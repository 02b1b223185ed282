namespace TranscribeConsole.Transcripts;

/// <summary>A language the service considered, with its score of 0 to 1: an entry of <c>results.language_identification</c>.</summary>
public readonly record struct LanguageScore(string Code, double Score);
