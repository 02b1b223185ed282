namespace TranscribeConsole.Transcripts.Export;

/// <summary>Writes a transcript as plain text for a person.</summary>
public static class TextExport
{
    public static Task WriteAsync(Transcript transcript, Stream to, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
