namespace TranscribeConsole.Transcripts;

/// <summary>What was said on which channel: <c>results.channel_labels</c>.</summary>
/// <param name="NumberOfChannels">Null where the file does not say.</param>
public sealed record ChannelLabels(IReadOnlyList<Channel> Channels, int? NumberOfChannels);
