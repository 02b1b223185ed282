using TranscribeConsole.Services.Jobs;

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

    /// <summary>Somebody came by a link that this account made: the one job of it is seen, and nobody has a role. Null: no link.</summary>
    public SharedJob? Shared { get; init; }

    public bool Is(Role role) => Shared is null && Role >= role;
}

/// <summary>The job of a link. A later one of the same name is another.</summary>
/// <param name="Created">To the millisecond.</param>
public sealed record SharedJob(string Name, DateTimeOffset Created)
{
    internal bool IsOf(JobRow row) => Name == row.Name && Created.ToUnixTimeMilliseconds() == row.CreationTime.ToUnixTimeMilliseconds();
}
