namespace TranscribeConsole.Transcripts;

/// <summary>A stretch of speech with its possible readings: one entry of <c>results.segments</c>.</summary>
/// <param name="ChannelLabel">The channel, with channel identification.</param>
/// <param name="Alternatives">Best first, 1 to 10.</param>
public readonly record struct AlternativesSegment(
    TimeSpan Start, TimeSpan End, string? ChannelLabel, IReadOnlyList<SegmentAlternative> Alternatives);
