namespace TranscribeConsole.Transcripts;

/// <summary>How long a language is spoken: an entry of <c>results.language_codes</c>.</summary>
public readonly record struct LanguageDuration(string LanguageCode, double DurationInSeconds);
