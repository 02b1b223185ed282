using System.Collections.ObjectModel;

namespace TranscribeConsole.Transcripts.Edits;

/// <summary>What people changed in a transcript; the transcript itself stays as it is.</summary>
/// <param name="Corrections">By turn of the transcript that was corrected.</param>
/// <param name="Names">By speaker or channel label, such as spk_0.</param>
public sealed record TranscriptEdits(IReadOnlyDictionary<TurnId, TurnCorrection> Corrections, IReadOnlyDictionary<string, SpeakerName> Names)
{
    /// <summary>Nothing was changed.</summary>
    public static TranscriptEdits None { get; } =
        new(ReadOnlyDictionary<TurnId, TurnCorrection>.Empty, ReadOnlyDictionary<string, SpeakerName>.Empty);

    /// <summary>The corrections alone. Names belong to all transcripts of a job: somebody may have typed one that the redacted transcript hides.</summary>
    public TranscriptEdits WithoutNames() => this with { Names = None.Names };
}
