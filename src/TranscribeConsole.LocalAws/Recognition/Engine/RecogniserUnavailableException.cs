namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>The engine is not there or does not start; the message is a sentence for the user.</summary>
internal sealed class RecogniserUnavailableException(string message) : Exception(message);
