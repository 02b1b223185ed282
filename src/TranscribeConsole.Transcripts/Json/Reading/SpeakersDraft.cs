namespace TranscribeConsole.Transcripts.Json.Reading;

/// <summary><c>speaker_labels</c> while it is read. Times are milliseconds.</summary>
internal sealed class SpeakersDraft
{
    public string? ChannelLabel { get; set; }

    public int? Count { get; set; }

    /// <summary>Words of all segments, one after another.</summary>
    public List<SpeakerSegmentItem> Items { get; } = [];

    public List<SegmentDraft> Segments { get; } = [];

    public int Start { get; set; }

    public int End { get; set; }

    public string? Label { get; set; }

    public void BeginItem() => (Start, End, Label) = (0, 0, null);

    public void EndItem() => Items.Add(new(TimeSpan.FromMilliseconds(Start), TimeSpan.FromMilliseconds(End), Label));

    public void EndSegment(SegmentDraft segment)
    {
        segment.Count = Items.Count - segment.First;
        Segments.Add(segment);
    }

    public SpeakerLabels ToSpeakerLabels()
    {
        var items = Items.ToArray();
        return new SpeakerLabels(Count, ChannelLabel,
        [
            .. Segments.Select(s => new SpeakerSegment(
                TimeSpan.FromMilliseconds(s.Start), TimeSpan.FromMilliseconds(s.End), s.Speaker, items.AsMemory(s.First, s.Count))),
        ]);
    }
}
