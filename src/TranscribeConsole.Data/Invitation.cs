namespace TranscribeConsole.Data;

/// <summary>A link with which somebody makes an account, once.</summary>
public sealed class Invitation
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of what the link holds.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Name of the role that the account will have.</summary>
    public required string Role { get; init; }

    /// <summary>Suggested display name; whoever is invited may change it.</summary>
    public required string SuggestedName { get; init; }

    /// <summary>Account of the administrator who made it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>When an account was made with it; null: none was.</summary>
    public DateTimeOffset? Used { get; set; }
}
