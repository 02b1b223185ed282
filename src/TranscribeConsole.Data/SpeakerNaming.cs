namespace TranscribeConsole.Data;

/// <summary>What somebody calls a speaker or a channel of a job's transcript.</summary>
public sealed class SpeakerNaming
{
    public required string JobName { get; init; }

    /// <summary>Tells the job from another that later has its name; to the millisecond.</summary>
    public required DateTimeOffset JobCreated { get; init; }

    /// <summary>Region and account of the job, <c>us-east-1/000000000000</c>: nobody else can tell whether it is still there.</summary>
    public required string Origin { get; init; }

    /// <summary>The transcript's label, such as spk_0.</summary>
    public required string Label { get; init; }

    /// <summary>Empty: the name was taken back. The row stays, so that its version goes on.</summary>
    public required string Name { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>1 for the first name, one more for each change: who changes it says which one he saw.</summary>
    public required int Version { get; set; }
}
