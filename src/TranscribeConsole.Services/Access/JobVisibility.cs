namespace TranscribeConsole.Services.Access;

/// <summary>Who sees a job besides its owner and the managers.</summary>
public enum JobVisibility
{
    /// <summary>Nobody.</summary>
    Private,

    /// <summary>Everybody who signs in.</summary>
    Team,
}

/// <summary>Whose a job is that this console did not create.</summary>
public enum OtherJobs
{
    /// <summary>Managers alone see it.</summary>
    Nobody,

    /// <summary>Everybody who signs in sees it.</summary>
    Team,
}

/// <summary>Whose a job is and who else sees it.</summary>
/// <param name="Owner"><see cref="Caller.SignInName"/>; empty: made elsewhere.</param>
public sealed record JobOwnership(string Owner, JobVisibility Visibility);
