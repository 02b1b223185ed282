namespace TranscribeConsole.Services.Aws;

/// <summary>S3 or Transcribe did not do what was asked. The message is a sentence for the user.</summary>
public sealed class AwsFailureException(AwsFailureKind kind, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public AwsFailureKind Kind { get; } = kind;
}

/// <summary>What a caller may do about a failure.</summary>
public enum AwsFailureKind
{
    /// <summary>Unreachable, overloaded or broken on the other side; worth trying again.</summary>
    Unavailable,

    /// <summary>More requests than the account may send; worth trying again, more slowly.</summary>
    Throttled,

    NotFound,

    /// <summary>The name is in use.</summary>
    Conflict,

    Denied,

    /// <summary>The request breaks a rule; the message says which.</summary>
    BadRequest,

    /// <summary>The quota of concurrent jobs or of a resource is used up.</summary>
    LimitExceeded,

    /// <summary>No credentials, or expired ones.</summary>
    Credentials,
}
