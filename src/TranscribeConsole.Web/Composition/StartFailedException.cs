namespace TranscribeConsole.Web.Composition;

/// <summary>The application can't start, for a reason that the person who starts it can remove. The message is one line.</summary>
public sealed class StartFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
