namespace TranscribeConsole.Data;

/// <summary>Whose job it is and who else sees it, as the console recorded it when the job was created or first seen.</summary>
public sealed class JobOwner
{
    public required string JobName { get; init; }

    /// <inheritdoc cref="SpeakerNaming.JobCreated"/>
    public required DateTimeOffset JobCreated { get; init; }

    /// <summary>Sign-in name of the person, in lower case; empty: the job was made elsewhere, and nobody owns it.</summary>
    public required string Owner { get; init; }

    /// <summary>Everybody who signs in sees it.</summary>
    public required bool ForTeam { get; set; }
}
