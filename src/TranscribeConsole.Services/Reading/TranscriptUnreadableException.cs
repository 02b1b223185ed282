namespace TranscribeConsole.Services.Reading;

/// <summary>What was fetched is no transcript of a batch job; the message says why, for the user.</summary>
public sealed class TranscriptUnreadableException(string message, Exception? innerException = null) : Exception(message, innerException);
