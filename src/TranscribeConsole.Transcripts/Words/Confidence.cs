using System.Globalization;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Transcripts.Words;

internal static class Confidence
{
    /// <summary>Whether the word is to be marked; one without confidence is redacted or typed by a person, and not in doubt.</summary>
    public static bool IsLow(TurnWord word, ExportOptions options) => word.Confidence < options.MarkBelowConfidence;

    /// <summary>A share of 1 with up to three decimals: 0.998.</summary>
    public static string Text(double confidence) => confidence.ToString("0.###", CultureInfo.InvariantCulture);
}
