namespace TranscribeConsole.Transcripts.Json;

/// <summary>Reads and writes the service's transcript JSON.</summary>
public static class TranscriptJson
{
    /// <summary>Reads a transcript of any year and variant, once and front to back; the stream stays open.</summary>
    /// <exception cref="TranscriptFormatException">Not a transcript, damaged, or over a limit.</exception>
    public static Task<Transcript> ReadAsync(Stream utf8, TranscriptLimits limits, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Writes the service's current form, one line of UTF-8; the stream stays open.</summary>
    public static Task WriteAsync(Transcript transcript, Stream to, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
