namespace Amazon.TranscribeService.Model;

/// <summary>Subtitle files of a job.</summary>
public partial class SubtitlesOutput
{
    /// <summary>Of <see cref="SubtitleFormat"/>.</summary>
    public List<string>? Formats { get; set; }

    /// <summary>One for each of <see cref="Formats"/>, in the same order, once the job is completed.</summary>
    public List<string>? SubtitleFileUris { get; set; }

    public int? OutputStartIndex { get; set; }
}
