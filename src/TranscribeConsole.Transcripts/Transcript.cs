namespace TranscribeConsole.Transcripts;

/// <summary>A transcription job's result document.</summary>
public sealed class Transcript;
