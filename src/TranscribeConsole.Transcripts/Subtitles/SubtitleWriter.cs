using System.Globalization;
using System.Text;

namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>Writes a transcript as subtitles: SubRip or WebVTT, UTF-8 without BOM, LF.</summary>
/// <remarks>
/// A cue ends with a sentence, at a pause of 0.8 s, when the speaker or channel changes, and at two lines of 42 characters or 7 s.
/// Where channels talk at once, two speakers share a cue, each on a line that begins with a dash.
/// </remarks>
public static class SubtitleWriter
{
    private static readonly UTF8Encoding Utf8WithoutBom = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes all cues; the stream stays open.</summary>
    /// <param name="startIndex">Number of the first cue, the service's <c>OutputStartIndex</c>: 0 or 1.</param>
    public static async Task WriteAsync(
        Transcript transcript, SubtitleFormat format, int startIndex, Stream to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentOutOfRangeException.ThrowIfNegative(startIndex);
        // Not disposed: that would write once more after a failed or cancelled write, and it holds nothing else.
        var writer = new StreamWriter(to, Utf8WithoutBom, bufferSize: 16 * 1024, leaveOpen: true);
        var block = new StringBuilder(format == SubtitleFormat.Vtt ? "WEBVTT\n" : "");
        var number = startIndex;
        foreach (var cue in CueList.Of(transcript))
        {
            if (block.Length > 0 || number > startIndex) block.Append('\n');
            Append(block, format, number++, cue);
            await writer.WriteAsync(block, cancellationToken);
            block.Clear();
        }

        await writer.WriteAsync(block, cancellationToken);
        await writer.FlushAsync(cancellationToken);
    }

    private static void Append(StringBuilder block, SubtitleFormat format, int number, Cue cue)
    {
        block.Append(CultureInfo.InvariantCulture, $"{number}\n");
        AppendTime(block, format, cue.Start);
        block.Append(" --> ");
        AppendTime(block, format, cue.End);
        block.Append('\n');
        foreach (var line in cue.Lines) block.Append(format == SubtitleFormat.Vtt ? EscapeVtt(line) : line).Append('\n');
    }

    private static void AppendTime(StringBuilder block, SubtitleFormat format, int milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        var mark = format == SubtitleFormat.Vtt ? '.' : ',';
        block.Append(
            CultureInfo.InvariantCulture,
            $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}{mark}{time.Milliseconds:000}");
    }

    private static string EscapeVtt(string line) => line
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
