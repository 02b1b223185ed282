namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>Gives cues that follow each other without overlap the time that reading needs. With the default options nothing changes.</summary>
internal static class CueTiming
{
    public static List<Cue> Apply(List<Cue> cues, SubtitleOptions options)
    {
        var gap = (int)options.MinGap.TotalMilliseconds;
        for (var at = 0; at < cues.Count; at++)
        {
            var cue = cues[at];
            var wanted = Math.Max(cue.End, cue.Start + Wanted(cue, options));
            if (at + 1 == cues.Count)
            {
                cues[at] = cue with { End = wanted };
                continue;
            }

            // A cue gives up time for the gap, but not all it has: beyond half of it the next one comes later.
            var next = cues[at + 1];
            var least = cue.Start + Math.Max(1, (cue.End - cue.Start) / 2);
            var end = Math.Max(Math.Min(wanted, next.Start - gap), Math.Min(least, cue.End));
            cues[at] = cue with { End = end };
            var start = Math.Max(next.Start, end + gap);
            if (start > next.Start) cues[at + 1] = next with { Start = start, End = Math.Max(next.End, start + 1) };
        }

        return cues;
    }

    private static int Wanted(Cue cue, SubtitleOptions options)
    {
        var wanted = options.MinDuration.TotalMilliseconds;
        if (options.CharactersPerSecond is { } speed) wanted = Math.Max(wanted, Math.Ceiling(cue.Width / speed * 1000));
        return (int)Math.Min(wanted, options.MaxDuration.TotalMilliseconds);
    }
}
