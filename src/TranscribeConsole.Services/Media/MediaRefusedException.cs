namespace TranscribeConsole.Services.Media;

/// <summary>A file that must not be uploaded; the message is a sentence for the user.</summary>
public sealed class MediaRefusedException(string message) : Exception(message);
