using TranscribeConsole.Transcripts;

namespace TranscribeConsole.LocalAws.Recognition.Languages;

/// <summary>What identification found.</summary>
/// <param name="Scores">Of the one language that was asked for, best first, shares of the speech that was looked at; null: not asked for.</param>
/// <param name="Durations">Of the several languages that were asked for, longest first; null: not asked for.</param>
internal sealed record IdentifiedLanguages(IReadOnlyList<LanguageScore>? Scores, IReadOnlyList<LanguageDuration>? Durations)
{
    /// <summary>The dominant language; null unless one was asked for.</summary>
    public string? LanguageCode => Scores?[0].Code;

    public double? Score => Scores?[0].Score;
}
