namespace TranscribeConsole.Transcripts;

/// <summary>Who speaks when: <c>results.speaker_labels</c>.</summary>
/// <param name="Speakers">Number of speakers the service counted; it may count one that does not appear.</param>
/// <param name="ChannelLabel">Stands there since 2023 and does not mean channel identification.</param>
/// <param name="Segments">Ordered by time; consecutive segments of one speaker are not merged.</param>
public sealed record SpeakerLabels(int? Speakers, string? ChannelLabel, IReadOnlyList<SpeakerSegment> Segments);
