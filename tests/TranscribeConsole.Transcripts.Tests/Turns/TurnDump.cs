using System.Globalization;
using System.Text;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Words;

namespace TranscribeConsole.Transcripts.Tests.Turns;

/// <summary>What a reader sees of a transcript, for golden files: turns, and under each its words with times and confidence.</summary>
internal static class TurnDump
{
    public static string Of(EditedTranscript transcript)
    {
        var text = new StringBuilder();
        foreach (var turn in transcript.Turns)
        {
            text.Append(CultureInfo.InvariantCulture, $"{turn.Speaker ?? "-"} {Seconds(turn.Start)}..{Seconds(turn.End)}\n");
            foreach (var part in turn.Parts)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {part.Turn.Id} {part.Turn.Label ?? "-"} {part.Turn.LanguageCode ?? "-"} |{part.Text}|\n");
                foreach (var word in part.Words()) text.Append("    ").Append(Of(part, word)).Append('\n');
            }
        }

        return text.ToString();
    }

    public static string Of(EditedPart part, TurnWord word) => string.Create(
        CultureInfo.InvariantCulture,
        $"{part.Text.AsSpan(word.Offset, word.Length)} {Seconds(word.Start)}..{Seconds(word.End)} {word.Confidence?.ToString("R", CultureInfo.InvariantCulture) ?? "-"} {(word.Item is { } item ? $"#{item}" : "typed")}");

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0##", CultureInfo.InvariantCulture);
}
