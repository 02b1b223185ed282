namespace TranscribeConsole.Transcripts.Subtitles;

/// <summary>Forms cues of words: in order of time, never two at once.</summary>
internal sealed class CueList
{
    private const int Pause = 800;

    // A cue that another speaker cuts short stays at least this long.
    private const int ShortestCut = 700;

    private readonly CueLines _lines;
    private readonly int _longestCue;
    private readonly int _shortestCue;
    private readonly bool _sharesCues;
    private readonly List<Cue> _cues = [];
    private readonly List<SpokenWord> _open = [];
    private int _start;
    private int _end;

    private CueList(SubtitleOptions options)
    {
        _lines = new CueLines(options);
        _longestCue = (int)options.MaxDuration.TotalMilliseconds;
        _shortestCue = (int)options.MinDuration.TotalMilliseconds;
        _sharesCues = options.Lines > 1;
    }

    public static List<Cue> Of(IEnumerable<SpokenWord> words, SubtitleOptions options)
    {
        var list = new CueList(options);
        foreach (var word in words) list.Add(word);
        list.Close();
        return CueTiming.Apply(list.Separated(Ordered(list._cues)), options);
    }

    private void Add(SpokenWord word)
    {
        if (_open.Count > 0 && !Continues(word)) Close();
        (_start, _end) = _open.Count == 0 ? (word.Start, word.End) : (Math.Min(_start, word.Start), Math.Max(_end, word.End));
        _open.Add(word);
    }

    private bool Continues(SpokenWord word) =>
        _open[^1].Speaker == word.Speaker
        && (!_open[^1].EndsSentence || _end - _start < _shortestCue) // a short sentence takes the next along
        && word.Start - _end < Pause
        && Math.Max(_end, word.End) - Math.Min(_start, word.Start) <= _longestCue
        && FitsWith(word);

    private bool FitsWith(SpokenWord word)
    {
        _open.Add(word);
        var fits = _lines.Fit(_open);
        _open.RemoveAt(_open.Count - 1);
        return fits;
    }

    private void Close()
    {
        if (_open.Count == 0) return;
        // A word of many seconds is mostly silence: the cue does not stay for it. A word of no length is still shown.
        var end = Math.Clamp(_end, _start + 1, _start + _longestCue);
        _cues.Add(new Cue(_start, end, [new Voice(_open[0].Speaker, [.. _open])]));
        _open.Clear();
    }

    // What one speaker says keeps its order, even where a word starts before its forerunner; speakers are merged by time.
    private static IEnumerable<Cue> Ordered(List<Cue> cues)
    {
        var latest = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < cues.Count; at++)
        {
            var cue = cues[at];
            var speaker = cue.Voices[0].Speaker ?? "";
            var start = Math.Max(cue.Start, latest.GetValueOrDefault(speaker));
            latest[speaker] = start;
            cues[at] = cue with { Start = start, End = Math.Max(cue.End, start + 1) };
        }

        return cues.OrderBy(cue => cue.Start); // stable
    }

    private List<Cue> Separated(IEnumerable<Cue> cues)
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

    private Cue? TwoSpeakers(Cue first, Cue second)
    {
        if (!_sharesCues || first.Voices is not [{ Speaker: not null } one] || second.Voices is not [{ Speaker: not null } other]) return null;
        var end = Math.Max(first.End, second.End);
        var fit = one.Speaker != other.Speaker && _lines.FitOnALine(one) && _lines.FitOnALine(other) && end - first.Start <= _longestCue;
        return fit ? new Cue(first.Start, end, [one, other]) : null;
    }

    // The earlier cue makes room when the later begins; if it would hardly be seen, they share the time they have together.
    private void Split(List<Cue> cues, Cue next)
    {
        var last = cues[^1];
        var end = Math.Max(last.End, next.End);
        var border = next.Start - last.Start >= ShortestCut ? next.Start : last.Start + Math.Max(1, (end - last.Start) / 2);
        cues[^1] = last with { End = border };
        var nextEnd = Math.Clamp(next.End, border + Math.Min(ShortestCut, Math.Max(1, end - border)), border + _longestCue);
        cues.Add(next with { Start = border, End = nextEnd });
    }
}
