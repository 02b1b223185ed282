using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.Services.Reading;

/// <summary>A job with its transcript, read at one moment.</summary>
/// <param name="IsRedacted">Which of a job's two transcripts it is.</param>
public sealed record JobTranscript(JobDetails Job, Transcript Transcript, bool IsRedacted);

/// <summary>Which of a job's transcripts is wanted.</summary>
public enum TranscriptVariant
{
    /// <summary>The unredacted one where it was kept, otherwise the redacted one.</summary>
    Any,

    Unredacted,
    Redacted,
}
