namespace TranscribeConsole.Services.Audit;

/// <summary>Who does something, and from where.</summary>
/// <param name="Person">Sign-in name in lower case; empty: nobody who is known.</param>
/// <param name="Address">IP address; empty: unknown.</param>
public sealed record AuditOrigin(string Person, string Address)
{
    /// <summary>The server itself.</summary>
    public static readonly AuditOrigin None = new("", "");
}

/// <summary>Tells who makes the request, or sits before the circuit, of one scope.</summary>
public interface IAuditSource
{
    ValueTask<AuditOrigin> GetAsync();
}

/// <summary>
/// Who makes the request, or did in a page what is being worked on: for services that are made once for all and change something because
/// somebody asked. It flows with the call.
/// </summary>
public sealed class AuditOrigins : IAuditSource
{
    private readonly AsyncLocal<AuditOrigin?> _current = new();

    public AuditOrigin Current
    {
        get => _current.Value ?? AuditOrigin.None;
        set => _current.Value = value;
    }

    public ValueTask<AuditOrigin> GetAsync() => ValueTask.FromResult(Current);
}

/// <summary>How the audit is set.</summary>
/// <param name="IsOn">Otherwise nothing is recorded.</param>
public sealed record AuditSettings(bool IsOn, int RetentionDays);
