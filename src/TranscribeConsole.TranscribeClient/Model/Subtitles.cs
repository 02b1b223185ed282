namespace Amazon.TranscribeService.Model;

/// <summary>Subtitle files to make.</summary>
public partial class Subtitles
{
    /// <summary>Of <see cref="SubtitleFormat"/>.</summary>
    public List<string>? Formats { get; set; }

    /// <summary>Number of the first cue, 0 or 1; 0 when absent.</summary>
    public int? OutputStartIndex { get; set; }
}
