using System.Globalization;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>Times as exports show them.</summary>
internal static class ExportTime
{
    /// <summary>Hours, minutes and seconds: 0:01:05.</summary>
    public static string Of(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");

    /// <summary>Seconds with three decimals: 65.250.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    public static bool IsShown(Timestamps timestamps, Paragraph paragraph) => timestamps switch
    {
        Timestamps.Paragraph => true,
        Timestamps.Turn => paragraph.BeginsTurn,
        _ => false,
    };
}
