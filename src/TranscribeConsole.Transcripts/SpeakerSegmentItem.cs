namespace TranscribeConsole.Transcripts;

/// <summary>When a word of a speaker segment is spoken, and by whom.</summary>
public readonly record struct SpeakerSegmentItem(TimeSpan Start, TimeSpan End, string? SpeakerLabel);
