namespace TranscribeConsole.Data;

/// <summary>One state of a turn's text; the highest version of a turn is in force, the others are its history.</summary>
public sealed class TurnRevision
{
    public required string JobName { get; init; }

    /// <inheritdoc cref="SpeakerNaming.JobCreated"/>
    public required DateTimeOffset JobCreated { get; init; }

    /// <inheritdoc cref="SpeakerNaming.Origin"/>
    public required string Origin { get; init; }

    /// <summary>Of the redacted transcript: what is corrected in the other must not appear in it.</summary>
    public required bool Redacted { get; init; }

    /// <summary>The turn's id in the transcript.</summary>
    public required string Turn { get; init; }

    /// <summary>1 for the first correction, one more for each change, undoing included: who changes it says which one he saw.</summary>
    public required int Version { get; init; }

    /// <summary>Null: as it was recognised.</summary>
    public required string? Text { get; init; }

    /// <summary>The version whose state undoing this one brings back; 0: as recognised; null: there is nothing to undo.</summary>
    public required int? Before { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
