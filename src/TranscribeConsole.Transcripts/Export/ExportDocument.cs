using TranscribeConsole.Transcripts.Edits;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>A transcript with what its export says about the job.</summary>
/// <param name="Title">Heading of a document: the job's name.</param>
/// <param name="Facts">Name and value, such as "Media" and an address; only documents (Word, HTML) show them.</param>
public sealed record ExportDocument(EditedTranscript Transcript, string Title, IReadOnlyList<KeyValuePair<string, string>> Facts)
{
    /// <summary>A document that knows no more than the transcript itself.</summary>
    public static ExportDocument Of(EditedTranscript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return new ExportDocument(transcript, transcript.Original.JobName ?? "Transcript", []);
    }
}
