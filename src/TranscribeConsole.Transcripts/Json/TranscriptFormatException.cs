namespace TranscribeConsole.Transcripts.Json;

/// <summary>The file is not a transcript that can be read; the message is a sentence for the user.</summary>
public sealed class TranscriptFormatException(string message, Exception? innerException = null) : Exception(message, innerException);
