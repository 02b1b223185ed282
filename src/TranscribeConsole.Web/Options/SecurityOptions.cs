using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Options;

/// <summary>Who may reach the console, section <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>How people sign in.</summary>
    public SecurityMode Mode { get; init; }

    /// <summary>Whose the jobs are that were not created with this console.</summary>
    public OtherJobs OtherJobs { get; init; } = OtherJobs.Team;

    /// <summary>Allow listening on addresses that others can reach although nobody has to sign in.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>IP addresses, or networks such as 172.18.0.0/16, of reverse proxies whose X-Forwarded-For and X-Forwarded-Proto headers are believed.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];
}
