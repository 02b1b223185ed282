using System.Runtime.InteropServices;

namespace TranscribeConsole.LocalAws.Recognition.Splitting;

/// <summary>
/// Cuts one channel at its silences into segments for the recogniser and leaves silence out: decoding silence costs time and
/// makes the recogniser invent words.
/// </summary>
/// <remarks>
/// Works on the fly. It holds what has not been cut yet, at most a minute (<see cref="LookAhead"/> and the longest segment),
/// whatever the length of the media. The cuts depend on the samples alone, not on how they were handed over.
/// </remarks>
internal sealed class SpeechSplitter(SplitterRules rules)
{
    // In frames of 10 ms.
    private const int LookAhead = 3000;
    private const int ShortestSilence = 25;
    private const int Pause = 80;
    private const int ShortestSpeech = 10;
    private const int Margin = 30;

    private readonly FrameLevels _levelOf = new();
    private readonly SpeechThreshold _threshold = new();
    private readonly List<short> _samples = [];
    private readonly List<double> _levels = [];
    private long _cutFrames;
    private int _nextDecision = LookAhead;

    /// <summary>Takes the next samples; returns the segments that are complete, in order.</summary>
    public IReadOnlyList<SpeechSegment> Add(ReadOnlySpan<short> samples)
    {
        var segments = new List<SpeechSegment>();
        while (!samples.IsEmpty)
        {
            var missing = FrameLevels.FrameLength - _samples.Count % FrameLevels.FrameLength;
            var taken = samples[..Math.Min(missing, samples.Length)];
            _samples.AddRange(taken);
            samples = samples[taken.Length..];
            if (taken.Length == missing) AddFrame(segments);
        }

        return segments;
    }

    /// <summary>The rest; nothing may be added afterwards.</summary>
    public IReadOnlyList<SpeechSegment> Complete()
    {
        var segments = new List<SpeechSegment>();
        var rest = _samples.Count % FrameLevels.FrameLength;
        if (rest > 0) Measure(CollectionsMarshal.AsSpan(_samples)[^rest..]);
        Cut(segments, isEnd: true);
        return segments;
    }

    private void AddFrame(List<SpeechSegment> segments)
    {
        Measure(CollectionsMarshal.AsSpan(_samples)[^FrameLevels.FrameLength..]);
        if (_levels.Count < _nextDecision) return;
        Cut(segments, isEnd: false);
        _nextDecision = _levels.Count + LookAhead;
    }

    private void Measure(ReadOnlySpan<short> frame)
    {
        var level = _levelOf.Next(frame);
        _levels.Add(level);
        _threshold.Add(level);
    }

    private void Cut(List<SpeechSegment> segments, bool isEnd)
    {
        var threshold = _threshold.Value;
        var start = 0;
        foreach (var silence in Silences(threshold, isEnd))
        {
            while (silence.Start - start > rules.TooLong) Take(segments, ref start, QuietestFrame(start), isPause: false, threshold);
            var isPause = silence.Length >= Pause;
            if (silence.Length >= rules.Gap || silence.Middle - start >= rules.LongEnough) Take(segments, ref start, silence.Middle, isPause, threshold);
        }

        while (_levels.Count - start > rules.TooLong) Take(segments, ref start, QuietestFrame(start), isPause: false, threshold);
        if (isEnd) Take(segments, ref start, _levels.Count, isPause: true, threshold);
        Forget(start);
    }

    // A silence at the end of what is known counts only when it is a pause already or nothing follows.
    private IEnumerable<Silence> Silences(double threshold, bool isEnd)
    {
        var begin = 0;
        for (var frame = 0; frame <= _levels.Count; frame++)
        {
            if (frame < _levels.Count && _levels[frame] < threshold) continue;
            var silence = new Silence(begin, frame);
            if (silence.Length >= ShortestSilence && (frame < _levels.Count || isEnd || silence.Length >= Pause)) yield return silence;
            begin = frame + 1;
        }
    }

    private int QuietestFrame(int start)
    {
        var quietest = start + rules.LongEnough;
        for (var frame = quietest; frame < start + rules.TooLong; frame++)
        {
            if (_levels[frame] < _levels[quietest]) quietest = frame;
        }

        return quietest;
    }

    private void Take(List<SpeechSegment> segments, ref int start, int end, bool isPause, double threshold)
    {
        var (first, last, count) = Speech(start, end, threshold);
        if (count >= ShortestSpeech)
        {
            var from = Math.Max(start, first - Margin);
            var to = Math.Min(end, last + 1 + Margin);
            segments.Add(new SpeechSegment(TimeSpan.FromMilliseconds((_cutFrames + from) * 10), Samples(from, to), isPause));
        }

        start = end;
    }

    private (int First, int Last, int Count) Speech(int start, int end, double threshold)
    {
        int first = -1, last = -1, count = 0;
        for (var frame = start; frame < end; frame++)
        {
            if (_levels[frame] < threshold) continue;
            if (first < 0) first = frame;
            last = frame;
            count++;
        }

        return (first, last, count);
    }

    private short[] Samples(int from, int to)
    {
        var begin = from * FrameLevels.FrameLength;
        return CollectionsMarshal.AsSpan(_samples)[begin..Math.Min(to * FrameLevels.FrameLength, _samples.Count)].ToArray();
    }

    private void Forget(int frames)
    {
        _samples.RemoveRange(0, Math.Min(frames * FrameLevels.FrameLength, _samples.Count));
        _levels.RemoveRange(0, frames);
        _cutFrames += frames;
    }

    private readonly record struct Silence(int Start, int End)
    {
        public int Length => End - Start;

        public int Middle => Start + Length / 2;
    }
}
