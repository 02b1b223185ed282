using System.Text;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Transcripts;
using TranscribeConsole.Transcripts.Edits;

namespace TranscribeConsole.Web.Components.Pages.Jobs.Preview;

/// <summary>The beginning of a transcript, as much as a page of details shows: with people's corrections and names, as everywhere.</summary>
/// <param name="LanguageCode">Null: several, or not known.</param>
/// <param name="Turns">The first ones; empty without speakers and channels.</param>
/// <param name="TurnCount">Of the whole transcript.</param>
/// <param name="IsCorrected">Whether somebody corrected the text, so that it is not the service's own.</param>
public sealed record TranscriptPreview(TextPreview Text, string? LanguageCode, IReadOnlyList<PreviewTurn> Turns, int TurnCount, bool IsCorrected)
{
    public const int MaxCharacters = 5_000;

    /// <summary>Each goes over the circuit.</summary>
    public const int MaxTurns = 100;

    public static TranscriptPreview Of(JobTranscript read, TranscriptEdits edits)
    {
        var transcript = read.Transcript;
        var edited = EditedTranscript.Of(transcript, edits);
        var corrected = edited.Turns.Any(turn => turn.Parts.Any(part => part.Correction is not null));
        var spoken = edited.Turns.Where(turn => turn.Speaker is not null).ToList();
        return new TranscriptPreview(
            TextPreview.Of(corrected ? BeginningOf(edited) : transcript.Text, MaxCharacters),
            transcript.LanguageCode ?? read.Job.LanguageCode,
            [.. spoken.Take(MaxTurns).Select(PreviewTurn.Of)],
            spoken.Count,
            corrected);
    }

    // The service's own text with the corrections in their places: what stands between the turns is its own, too.
    private static string BeginningOf(EditedTranscript edited)
    {
        var (original, text, done) = (edited.Original.Text, new StringBuilder(), 0);
        foreach (var part in edited.Turns.SelectMany(turn => turn.Parts))
        {
            if (text.Length > MaxCharacters) break; // one character more than is shown tells that there is more
            var recognised = part.Turn.Text.Trim();
            var at = original.IndexOf(recognised, done, StringComparison.Ordinal);
            if (at >= 0)
            {
                text.Append(original, done, at - done);
                done = at + recognised.Length;
            }
            else if (text.Length > 0)
            {
                text.Append(' '); // channels that speak at once: the whole text has another order
            }

            text.Append(part.Correction is null ? recognised : part.Text);
        }

        return text.ToString().Trim();
    }
}

/// <summary>What one person says before another does.</summary>
/// <param name="Id">Of its first part.</param>
/// <param name="Start">Offset from the start of the media.</param>
public sealed record PreviewTurn(TurnId Id, string Speaker, TimeSpan Start, string? LanguageCode, string Text)
{
    public static PreviewTurn Of(EditedTurn turn)
    {
        var first = turn.Parts[0].Turn;
        return new PreviewTurn(first.Id, turn.Speaker!, turn.Start, first.LanguageCode, string.Join(' ', turn.Parts.Select(part => part.Text).Where(text => text.Length > 0)));
    }
}
