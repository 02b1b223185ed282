namespace TranscribeConsole.Transcripts;

/// <summary>What one speaker or channel says before another does; without labels, a paragraph.</summary>
/// <param name="SpeakerLabel">Such as spk_0; null without speaker partitioning.</param>
/// <param name="ChannelLabel">Such as ch_0; null without channel identification.</param>
/// <param name="Start">Offset from the start of the media.</param>
/// <param name="End">Offset from the start of the media.</param>
/// <param name="Items">Positions in <see cref="Transcript.Items"/>, in order.</param>
public sealed record Turn(
    string? SpeakerLabel, string? ChannelLabel, TimeSpan Start, TimeSpan End, string Text, ReadOnlyMemory<int> Items)
{
    /// <summary>The speaker's or the channel's label; null for a paragraph of a plain transcript.</summary>
    public string? Label => SpeakerLabel ?? ChannelLabel;
}
