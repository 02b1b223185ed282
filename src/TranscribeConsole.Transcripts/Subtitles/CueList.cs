namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>Forms a transcript's cues: in order of time, never two at once.</summary>
internal sealed class CueList
{
    private const int Gap = 800;
    private const int LongestCue = 7000;

    // A cue that another speaker cuts short stays at least this long.
    private const int ShortestCut = 700;

    private readonly List<Cue> _cues = [];
    private readonly List<SpokenWord> _open = [];
    private int _start;
    private int _end;

    public static List<Cue> Of(Transcript transcript)
    {
        var list = new CueList();
        foreach (var word in SpokenWord.Of(transcript.Items)) list.Add(word);
        list.Close();
        return Separated(Ordered(list._cues));
    }

    private void Add(SpokenWord word)
    {
        if (_open.Count > 0 && !Continues(word)) Close();
        (_start, _end) = _open.Count == 0 ? (word.Start, word.End) : (Math.Min(_start, word.Start), Math.Max(_end, word.End));
        _open.Add(word);
    }

    private bool Continues(SpokenWord word) =>
        _open[^1].Label == word.Label
        && !_open[^1].EndsSentence
        && word.Start - _end < Gap
        && Math.Max(_end, word.End) - Math.Min(_start, word.Start) <= LongestCue
        && FitsWith(word);

    private bool FitsWith(SpokenWord word)
    {
        _open.Add(word);
        var fits = CueLines.Fit(_open);
        _open.RemoveAt(_open.Count - 1);
        return fits;
    }

    private void Close()
    {
        if (_open.Count == 0) return;
        // A word of many seconds is mostly silence: the cue does not stay for it. A word of no length is still shown.
        var end = Math.Clamp(_end, _start + 1, _start + LongestCue);
        _cues.Add(new Cue(_start, end, _open[0].Label, CueLines.Of(_open)));
        _open.Clear();
    }

    // Within a label the order of the words is kept, even where one starts before its forerunner; channels are merged by time.
    private static IEnumerable<Cue> Ordered(List<Cue> cues)
    {
        var latest = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < cues.Count; at++)
        {
            var cue = cues[at];
            var start = Math.Max(cue.Start, latest.GetValueOrDefault(cue.Label ?? ""));
            latest[cue.Label ?? ""] = start;
            cues[at] = cue with { Start = start, End = Math.Max(cue.End, start + 1) };
        }

        return cues.OrderBy(cue => cue.Start); // stable
    }

    private static List<Cue> Separated(IEnumerable<Cue> cues)
    {
        var result = new List<Cue>();
        foreach (var cue in cues)
        {
            if (result.Count == 0 || cue.Start >= result[^1].End) result.Add(cue);
            else if (TwoSpeakers(result[^1], cue) is { } both) result[^1] = both;
            else Split(result, cue);
        }

        return result;
    }

    private static Cue? TwoSpeakers(Cue first, Cue second)
    {
        if (first.Label == second.Label || first.Label is null || second.Label is null) return null;
        if (first.Lines is not [var one] || second.Lines is not [var other]) return null;
        var end = Math.Max(first.End, second.End);
        var fit = Math.Max(one.Length, other.Length) <= CueLines.MaxLength - 2 && end - first.Start <= LongestCue;
        return fit ? new Cue(first.Start, end, Label: null, [$"- {one}", $"- {other}"]) : null;
    }

    // The earlier cue makes room when the later begins; if it would hardly be seen, they share the time they have together.
    private static void Split(List<Cue> cues, Cue next)
    {
        var last = cues[^1];
        var end = Math.Max(last.End, next.End);
        var border = next.Start - last.Start >= ShortestCut ? next.Start : last.Start + Math.Max(1, (end - last.Start) / 2);
        cues[^1] = last with { End = border };
        var nextEnd = Math.Clamp(next.End, border + Math.Min(ShortestCut, Math.Max(1, end - border)), border + LongestCue);
        cues.Add(next with { Start = border, End = nextEnd });
    }
}
