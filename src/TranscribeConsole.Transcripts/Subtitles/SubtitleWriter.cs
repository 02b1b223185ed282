namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>Writes a transcript as subtitles.</summary>
public static class SubtitleWriter
{
    public static Task WriteAsync(
        Transcript transcript, SubtitleFormat format, int startIndex, Stream to, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
