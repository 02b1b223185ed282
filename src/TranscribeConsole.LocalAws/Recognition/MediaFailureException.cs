namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>The media cannot be transcribed; the message is the job's FailureReason.</summary>
internal sealed class MediaFailureException(string failureReason) : Exception(failureReason);
