namespace TranscribeConsole.Data;

/// <summary>A link with which the owner of an account sets another password, once.</summary>
public sealed class PasswordLink
{
    /// <summary>SHA-256 of what the link holds.</summary>
    public required string TokenHash { get; init; }

    public required string AccountId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Expires { get; init; }
}
