using TranscribeConsole.Services.Reading;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.Web.Components.Pages.Jobs.Preview;

/// <summary>The beginning of a transcript, as much as a page of details shows.</summary>
/// <param name="LanguageCode">Null: several, or not known.</param>
/// <param name="Turns">The first ones; empty without speakers and channels.</param>
/// <param name="TurnCount">Of the whole transcript.</param>
public sealed record TranscriptPreview(TextPreview Text, string? LanguageCode, IReadOnlyList<Turn> Turns, int TurnCount)
{
    public const int MaxCharacters = 5_000;

    /// <summary>Each goes over the circuit.</summary>
    public const int MaxTurns = 100;

    public static TranscriptPreview Of(JobTranscript read)
    {
        var transcript = read.Transcript;
        var turns = transcript.Turns.Any(turn => turn.Label is not null) ? transcript.Turns : [];
        return new TranscriptPreview(
            TextPreview.Of(transcript.Text, MaxCharacters), transcript.LanguageCode ?? read.Job.LanguageCode, [.. turns.Take(MaxTurns)], turns.Count);
    }
}
