using TranscribeConsole.Transcripts.Json.Reading;
using TranscribeConsole.Transcripts.Json.Writing;

namespace TranscribeConsole.Transcripts.Json;

/// <summary>Reads and writes the service's transcript JSON.</summary>
public static class TranscriptJson
{
    /// <summary>Reads a transcript of any year and variant, once and front to back; the stream stays open.</summary>
    /// <exception cref="TranscriptFormatException">Not a transcript, damaged, or over a limit.</exception>
    public static Task<Transcript> ReadAsync(Stream utf8, TranscriptLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(limits);
        return new TranscriptReader(limits).ReadAsync(utf8, cancellationToken);
    }

    /// <summary>Writes the service's current form, without what the file it was read from left out: one line of UTF-8 without BOM; the stream stays open.</summary>
    public static async Task WriteAsync(Transcript transcript, Stream to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(to);
        await using var writer = new TranscriptWriter(transcript, to);
        await writer.WriteAsync(cancellationToken);
    }
}
