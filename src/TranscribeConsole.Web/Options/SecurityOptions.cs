using System.ComponentModel.DataAnnotations;
using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Options;

/// <summary>Who may reach the console, section <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>How people sign in.</summary>
    public SecurityMode Mode { get; init; }

    /// <summary>The provider of <see cref="SecurityMode.Oidc"/>.</summary>
    public OidcOptions Oidc { get; init; } = new();

    /// <summary>Whose the jobs are that were not created with this console.</summary>
    public OtherJobs OtherJobs { get; init; } = OtherJobs.Team;

    /// <summary>Allow listening on addresses that others can reach although nobody has to sign in.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>IP addresses, or networks such as 172.18.0.0/16, of reverse proxies whose X-Forwarded-For and X-Forwarded-Proto headers are believed.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];

    /// <summary>Hours without a request after which somebody has to sign in again.</summary>
    [Range(1, 720, ErrorMessage = "Security:IdleHours must be 1 to 720.")]
    public int IdleHours { get; init; } = 8;

    /// <summary>Hours after which somebody has to sign in again in any case.</summary>
    [Range(1, 720, ErrorMessage = "Security:SessionHours must be 1 to 720.")]
    public int SessionHours { get; init; } = 72;

    /// <summary>Failures in a row that lock an account.</summary>
    [Range(3, 100, ErrorMessage = "Security:LockOutFailures must be 3 to 100.")]
    public int LockOutFailures { get; init; } = 5;

    /// <summary>Minutes that an account is locked.</summary>
    [Range(1, 1440, ErrorMessage = "Security:LockOutMinutes must be 1 to 1440.")]
    public int LockOutMinutes { get; init; } = 15;

    /// <summary>Days that a share link may be good for at most; 0: there are none.</summary>
    [Range(0, 365, ErrorMessage = "Security:ShareDays must be 0 to 365.")]
    public int ShareDays { get; init; } = 90;

    /// <summary>Let submitters name places in S3, for media and for output, as far as the server's own rights reach.</summary>
    public bool SubmittersMayUseS3 { get; init; }
}
