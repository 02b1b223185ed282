namespace Amazon.TranscribeService.Model;

/// <summary>Where a job's transcripts are: signed, short-lived addresses, or unsigned ones in the customer's bucket.</summary>
public partial class Transcript
{
    public string? TranscriptFileUri { get; set; }

    public string? RedactedTranscriptFileUri { get; set; }
}
