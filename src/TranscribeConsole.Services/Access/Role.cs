namespace TranscribeConsole.Services.Access;

/// <summary>What somebody may do. Each role may do what the roles before it may.</summary>
public enum Role
{
    /// <summary>Sees, plays and exports what is shared or theirs.</summary>
    Reader,

    /// <summary>Uploads, creates jobs, and edits and deletes their own.</summary>
    Submitter,

    /// <summary>Everything of everyone, and vocabularies, filters and models.</summary>
    Manager,

    /// <summary>Accounts, the audit and the state of the server.</summary>
    Administrator,
}
