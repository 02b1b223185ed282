namespace TranscribeConsole.Transcripts;

/// <summary>A stretch in which one speaker talks; its bounds are not those of its words.</summary>
/// <param name="SpeakerLabel">Such as spk_0; may be empty.</param>
/// <param name="Items">The words' times; may be empty.</param>
public readonly record struct SpeakerSegment(TimeSpan Start, TimeSpan End, string? SpeakerLabel, ReadOnlyMemory<SpeakerSegmentItem> Items);
