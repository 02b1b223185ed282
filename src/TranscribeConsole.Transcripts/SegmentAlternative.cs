namespace TranscribeConsole.Transcripts;

/// <summary>One reading of a segment.</summary>
public readonly record struct SegmentAlternative(string Transcript, ItemList Items);
