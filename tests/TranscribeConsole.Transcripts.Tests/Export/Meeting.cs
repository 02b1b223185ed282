using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Transcripts.Tests.Export;

/// <summary>The transcript on which the golden exports are made: three speakers of whom two are one person, one turn corrected.</summary>
internal static class Meeting
{
    private static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static async Task<ExportDocument> ReadAsync()
    {
        var transcript = await Golden.ReadAsync("meeting");
        var edits = new TranscriptEdits(
            new Dictionary<TurnId, TurnCorrection>
            {
                [transcript.Turns[1].Id] = new("+ Yes: the whole budget <first>, please. We spent 1,300 euros.", "ana", At),
            },
            new Dictionary<string, SpeakerName> { ["spk_0"] = new("Anna Berg", "ana", At), ["spk_2"] = new("Anna Berg", "ana", At) });
        return new ExportDocument(
            EditedTranscript.Of(transcript, edits), "Meeting <1>", [new("Media", "s3://media/meeting & more.wav"), new("Language", "en-US")]);
    }
}
