namespace TranscribeConsole.Transcripts;

internal static class TranscriptDuration
{
    /// <summary>The latest end of any word or audio segment.</summary>
    public static TimeSpan Of(ItemList items, IReadOnlyList<AudioSegment>? segments)
    {
        var milliseconds = 0;
        foreach (var item in items.Data) milliseconds = Math.Max(milliseconds, item.EndMilliseconds);
        var end = TimeSpan.FromMilliseconds(milliseconds);
        foreach (var segment in segments ?? [])
            if (segment.End > end) end = segment.End;
        return end;
    }
}
