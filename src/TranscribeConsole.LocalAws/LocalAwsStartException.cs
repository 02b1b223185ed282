namespace TranscribeConsole.LocalAws;

/// <summary>The backend cannot start for a reason that its user can remove; the message is one sentence that says how.</summary>
public sealed class LocalAwsStartException(string message, Exception? cause = null) : Exception(message, cause);
