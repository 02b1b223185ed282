namespace TranscribeConsole.Services.Access;

/// <summary>Who asks for something.</summary>
/// <param name="Id">Stays the same when the name changes; empty: nobody signs in here.</param>
/// <param name="Name">As shown to others.</param>
public sealed record Caller(string Id, string Name, Role Role)
{
    /// <summary>Without sign-in whoever reaches the console works on this machine, and may do everything.</summary>
    public static readonly Caller Anyone = new("", "local user", Role.Administrator);

    /// <summary>As what somebody is recorded as the owner of jobs: the same in every installation, in lower case.</summary>
    public string SignInName { get; init; } = Id;

    public bool Is(Role role) => Role >= role;
}
