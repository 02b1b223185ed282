using System.Runtime.InteropServices;
using TranscribeConsole.Transcripts.Items;

namespace TranscribeConsole.Transcripts.Json.Reading;

/// <summary>Gives items the speaker or channel that older files only tell elsewhere.</summary>
internal static class MissingLabels
{
    /// <summary>A word without speaker gets that of the segment it lies in, or the nearest one; a mark that of its word.</summary>
    public static void FillSpeakers(List<ItemData> items, SpeakersDraft? speakers, Func<string, short> label)
    {
        if (speakers is not { Segments.Count: > 0 }) return;
        var segments = speakers.Segments.OrderBy(segment => segment.Start).ToArray();
        var starts = Array.ConvertAll(segments, segment => segment.Start);
        short last = -1;
        foreach (ref var item in CollectionsMarshal.AsSpan(items))
        {
            if (item.Speaker < 0)
            {
                item.Speaker = item.StartMilliseconds < 0 ? last : label(Nearest(segments, starts, Middle(item)).Speaker ?? "");
                item.Absent |= NotInFile.Speaker;
            }

            last = item.Speaker;
        }
    }

    private static int Middle(in ItemData item) =>
        item.StartMilliseconds + (Math.Max(item.EndMilliseconds, item.StartMilliseconds) - item.StartMilliseconds) / 2;

    private static SegmentDraft Nearest(SegmentDraft[] segments, int[] starts, int time)
    {
        var found = Array.BinarySearch(starts, time);
        var before = found >= 0 ? found : ~found - 1;
        if (before < 0) return segments[0];
        var beyond = time - segments[before].End;
        if (beyond <= 0 || before + 1 == segments.Length) return segments[before];
        return beyond <= starts[before + 1] - time ? segments[before] : segments[before + 1];
    }

    /// <summary>
    /// A word without channel is looked up among the channels' own by time and content; said on several at the same moment, it
    /// goes to the channel that has just been speaking, if that still lacks it. A mark stays with its word.
    /// </summary>
    public static void FillChannels(
        List<ItemData> items, List<ItemData> channelItems, List<SegmentDraft> channels, Func<string, short> label)
    {
        var owners = new Dictionary<(int, int, int), List<short>>();
        foreach (var channel in channels)
        {
            var number = label(channel.Channel ?? "");
            foreach (ref var item in CollectionsMarshal.AsSpan(channelItems).Slice(channel.First, channel.Count))
            {
                if (item.Channel < 0) (item.Channel, item.Absent) = (number, item.Absent | NotInFile.Channel);
                if (item.StartMilliseconds < 0) continue;
                ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(owners, Key(item), out _);
                (own ??= new List<short>(1)).Add(number);
            }
        }

        if (channels.Count > 0) Assign(items, owners);
    }

    private static void Assign(List<ItemData> items, Dictionary<(int, int, int), List<short>> owners)
    {
        short last = -1;
        foreach (ref var item in CollectionsMarshal.AsSpan(items))
        {
            if (item.Channel < 0)
            {
                item.Channel = item.StartMilliseconds < 0 ? last : Take(owners, Key(item), last);
                item.Absent |= NotInFile.Channel;
            }

            last = item.Channel;
        }
    }

    private static short Take(Dictionary<(int, int, int), List<short>> owners, (int, int, int) key, short last)
    {
        if (!owners.TryGetValue(key, out var channels) || channels.Count == 0) return last;
        var channel = channels.Contains(last) ? last : channels[0];
        if (channels.Count > 1) channels.Remove(channel);
        return channel;
    }

    private static (int, int, int) Key(in ItemData item) => (item.StartMilliseconds, item.EndMilliseconds, item.Content);
}
