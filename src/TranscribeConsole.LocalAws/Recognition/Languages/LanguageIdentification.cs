namespace TranscribeConsole.LocalAws.Recognition.Languages;

/// <summary>Whether a job names its language or has it found.</summary>
internal enum LanguageIdentification
{
    None,

    /// <summary>The one dominant language: <c>IdentifyLanguage</c>.</summary>
    Single,

    /// <summary>Every language spoken: <c>IdentifyMultipleLanguages</c>.</summary>
    Multiple,
}
