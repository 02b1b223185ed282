namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>Subtitle files the service makes.</summary>
public enum SubtitleFormat
{
    /// <summary>SubRip.</summary>
    Srt,

    /// <summary>WebVTT.</summary>
    Vtt,
}
