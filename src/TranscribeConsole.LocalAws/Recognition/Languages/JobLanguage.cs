namespace TranscribeConsole.LocalAws.Recognition.Languages;

/// <summary>The language of a job, as it was asked for.</summary>
/// <param name="Code">The service's code; null with identification.</param>
/// <param name="Options">Codes that identification chooses from; empty: any.</param>
internal sealed record JobLanguage(string? Code, LanguageIdentification Identification, IReadOnlyList<string> Options)
{
    public static JobLanguage Specific(string code) => new(code, LanguageIdentification.None, []);
}
