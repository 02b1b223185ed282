using System.Globalization;
using System.Text;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>Writes a transcript as subtitles: SubRip or WebVTT, UTF-8 without BOM, LF.</summary>
/// <remarks>
/// A cue ends with a sentence, at a pause of 0.8 s, when the speaker or channel changes, and where <see cref="SubtitleOptions"/> says that it is
/// full: at two lines of 42 characters or 7 s. Where channels talk at once, two speakers share a cue, each on a line that begins with a dash.
/// </remarks>
public static class SubtitleWriter
{
    /// <summary>Writes all cues as the service does; the stream stays open.</summary>
    /// <param name="startIndex">Number of the first cue, the service's <c>OutputStartIndex</c>: 0 or 1.</param>
    public static Task WriteAsync(Transcript transcript, SubtitleFormat format, int startIndex, Stream to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var options = SubtitleOptions.Default with { StartIndex = startIndex };
        return WriteAsync(EditedTranscript.Of(transcript), format, options, TranscriptSelection.All, to, cancellationToken);
    }

    /// <summary>Writes the cues of the selected words; the stream stays open.</summary>
    /// <exception cref="ArgumentException">The options have a <see cref="SubtitleOptions.Problem"/>.</exception>
    public static async Task WriteAsync(
        EditedTranscript transcript,
        SubtitleFormat format,
        SubtitleOptions options,
        TranscriptSelection selection,
        Stream to,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(selection);
        if (options.Problem is { } problem) throw new ArgumentException(problem, nameof(options));
        var writer = ExportStream.TextWriter(to);
        var lines = new CueLines(options);
        var block = new StringBuilder(format == SubtitleFormat.Vtt ? "WEBVTT\n" : "");
        var number = options.StartIndex;
        string? speaker = null;
        foreach (var cue in CueList.Of(SpokenWord.Of(transcript, selection, options.LineLength), options))
        {
            if (block.Length > 0 || number > options.StartIndex) block.Append('\n');
            AppendHead(block, format, number++, cue);
            foreach (var line in lines.Of(cue, speaker)) block.Append(format == SubtitleFormat.Vtt ? EscapeVtt(line) : line).Append('\n');
            speaker = cue.Voices is [var voice] ? voice.Speaker : null;
            await writer.WriteAsync(block, cancellationToken);
            block.Clear();
        }

        await writer.WriteAsync(block, cancellationToken);
        await writer.FlushAsync(cancellationToken);
    }

    private static void AppendHead(StringBuilder block, SubtitleFormat format, int number, Cue cue)
    {
        block.Append(CultureInfo.InvariantCulture, $"{number}\n");
        AppendTime(block, format, cue.Start);
        block.Append(" --> ");
        AppendTime(block, format, cue.End);
        block.Append('\n');
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
