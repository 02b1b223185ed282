using System.Net;

namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>Reads subtitle files to show what is in them.</summary>
public static class SubtitleFile
{
    private const string Arrow = "-->";

    /// <summary>The cues of a SubRip or WebVTT file, or of its beginning. What is no cue (header, notes, styles) is passed over.</summary>
    public static IEnumerable<SubtitleCue> Cues(string text, SubtitleFormat format)
    {
        ArgumentNullException.ThrowIfNull(text);
        var block = new List<string>();
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (line.AsSpan().Trim().Length > 0)
            {
                block.Add(line);
                continue;
            }

            if (Cue(block, format) is { } cue) yield return cue;
            block.Clear();
        }
    }

    private static SubtitleCue? Cue(List<string> block, SubtitleFormat format)
    {
        // The times stand in the first line or, below a number, in the second.
        var at = block.FindIndex(0, Math.Min(2, block.Count), line => line.Contains(Arrow, StringComparison.Ordinal));
        if (at < 0 || block[at].Split(Arrow, 2) is not [var start, var rest]) return null;
        var words = string.Join('\n', block.Skip(at + 1));
        return new SubtitleCue(
            at > 0 ? block[0].Trim() : null,
            start.Trim(),
            rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "",
            format == SubtitleFormat.Vtt ? WebUtility.HtmlDecode(words) : words);
    }
}
