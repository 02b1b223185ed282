namespace TranscribeConsole.Transcripts;

/// <summary>What one speaker or channel says before another does; without labels, a paragraph.</summary>
/// <remarks>Somebody who speaks for minutes has several turns: they are divided at the end of a sentence, so that each can be shown and corrected.</remarks>
/// <param name="SpeakerLabel">Such as spk_0; null without speaker partitioning.</param>
/// <param name="ChannelLabel">Such as ch_0; null without channel identification.</param>
/// <param name="LanguageCode">Language it begins in; null where the file names none.</param>
/// <param name="Start">Offset from the start of the media.</param>
/// <param name="End">Offset from the start of the media.</param>
/// <param name="Text">As the service wrote it, spaces included.</param>
/// <param name="Items">Positions in <see cref="Transcript.Items"/>, in order; empty where the file gives text without items.</param>
public sealed record Turn(
    TurnId Id,
    string? SpeakerLabel,
    string? ChannelLabel,
    string? LanguageCode,
    TimeSpan Start,
    TimeSpan End,
    string Text,
    ReadOnlyMemory<int> Items)
{
    /// <summary>The speaker's or the channel's label; null for a paragraph of a plain transcript.</summary>
    public string? Label => SpeakerLabel ?? ChannelLabel;
}
