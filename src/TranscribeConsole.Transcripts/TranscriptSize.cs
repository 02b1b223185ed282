using System.Runtime.CompilerServices;
using TranscribeConsole.Transcripts.Items;

namespace TranscribeConsole.Transcripts;

/// <summary>Counts the bytes of a transcript's large parts.</summary>
internal static class TranscriptSize
{
    private const int StringHeader = 24;

    public static long Of(Transcript transcript)
    {
        var bytes = 2 * Text(transcript.Text) // once more in the turns
            + transcript.Items.Texts.Contents.Sum(Text)
            + Items(transcript.Items)
            + sizeof(int) * (long)transcript.Items.Count; // positions in the turns
        foreach (var segment in transcript.AudioSegments ?? [])
            bytes += Unsafe.SizeOf<AudioSegment>() + Text(segment.Transcript) + sizeof(int) * segment.Items.Length;
        foreach (var segment in transcript.SpeakerLabels?.Segments ?? [])
            bytes += Unsafe.SizeOf<SpeakerSegment>() + Unsafe.SizeOf<SpeakerSegmentItem>() * segment.Items.Length;
        foreach (var channel in transcript.ChannelLabels?.Channels ?? []) bytes += Items(channel.Items);
        foreach (var reading in (transcript.Segments ?? []).SelectMany(segment => segment.Alternatives))
            bytes += Unsafe.SizeOf<SegmentAlternative>() + Text(reading.Transcript) + Items(reading.Items);
        foreach (var toxic in transcript.ToxicityDetection ?? [])
            bytes += Text(toxic.Text) + Unsafe.SizeOf<KeyValuePair<string, double>>() * (toxic.Categories.Count + 4);
        return bytes;
    }

    private static long Text(string text) => StringHeader + sizeof(char) * (long)text.Length;

    private static long Items(ItemList items) => StringHeader * 2 + Unsafe.SizeOf<ItemData>() * (long)items.Count;
}
