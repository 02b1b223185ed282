using System.Runtime.ExceptionServices;
using TranscribeConsole.LocalAws.Recognition.Assembling;
using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Recognition.Languages;
using TranscribeConsole.LocalAws.Recognition.Splitting;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>One media file on its way through the recogniser. Disposing withdraws what has not begun.</summary>
/// <remarks>Not thread-safe. Samples are held until they are cut and recognised; the look-ahead of the lane bounds how many.</remarks>
internal sealed class MediaRecognition : IDisposable
{
    private readonly IRecogniserLane _lane;
    private readonly MediaProgress _progress;
    private readonly ChannelState[] _channels;
    private readonly List<Task<RecognisedSegment>> _segments = [];
    private Exception? _failure;

    /// <param name="channels">1 or 2.</param>
    public MediaRecognition(IRecogniser recogniser, MediaToTranscribe media, int channels, MediaProgress progress)
    {
        _lane = recogniser.OpenLane(media);
        _progress = progress;
        _channels = [.. Enumerable.Range(0, channels).Select(number => new ChannelState(number, recogniser.Splitting))];
    }

    /// <summary>Takes the next samples, interleaved; waits while enough of this media is in work.</summary>
    public async Task AddAsync(ReadOnlyMemory<short> samples, CancellationToken cancellationToken)
    {
        foreach (var channel in _channels)
        {
            foreach (var segment in channel.Splitter.Add(SamplesOf(samples.Span, channel.Number)))
                await BeginAsync(channel, segment, cancellationToken);
        }
    }

    /// <summary>The segments of all channels, in time order within each, and what identification found.</summary>
    public async Task<(IReadOnlyList<RecognisedSegment> Segments, IdentifiedLanguages? Languages)> CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var channel in _channels)
        {
            foreach (var segment in channel.Splitter.Complete())
                await BeginAsync(channel, segment, cancellationToken);
        }

        var languages = await _lane.CompleteAsync(cancellationToken);
        var segments = await Task.WhenAll(_segments).WaitAsync(cancellationToken);
        _progress.Complete();
        return (segments, languages);
    }

    public void Dispose() => _lane.Dispose();

    private ReadOnlySpan<short> SamplesOf(ReadOnlySpan<short> interleaved, int channel)
    {
        if (_channels.Length == 1) return interleaved;
        var samples = new short[interleaved.Length / _channels.Length];
        for (var i = 0; i < samples.Length; i++) samples[i] = interleaved[i * _channels.Length + channel];
        return samples;
    }

    private async Task BeginAsync(ChannelState channel, SpeechSegment segment, CancellationToken cancellationToken)
    {
        var recognition = await _lane.BeginAsync(segment.Samples, cancellationToken);
        // No point in decoding hours more for a job that has failed.
        if (Volatile.Read(ref _failure) is { } failure) ExceptionDispatchInfo.Throw(failure);
        var covered = segment.Start + segment.Duration - channel.Covered;
        channel.Covered += covered;
        _segments.Add(FinishAsync(channel.Number, segment.Start, segment.Duration, segment.EndsAtPause, covered, recognition));
    }

    private async Task<RecognisedSegment> FinishAsync(
        int channel, TimeSpan start, TimeSpan duration, bool endsAtPause, TimeSpan covered, Task<RecognisedStretch> recognition)
    {
        try
        {
            var stretch = await recognition;
            _progress.Add(covered);
            return new RecognisedSegment(channel, endsAtPause, Shift(stretch.Words, start, duration), stretch.LanguageCode);
        }
        catch (Exception e)
        {
            Volatile.Write(ref _failure, e);
            throw;
        }
    }

    // The engine's last frame may reach a little beyond the samples.
    private static List<RecognisedWord> Shift(IReadOnlyList<RecognisedWord> words, TimeSpan start, TimeSpan duration) =>
        [.. words.Select(word => word with { Start = start + word.Start, End = start + (word.End < duration ? word.End : duration) })];

    private sealed class ChannelState(int number, SplitterRules rules)
    {
        public int Number { get; } = number;

        public SpeechSplitter Splitter { get; } = new(rules);

        /// <summary>End of the last segment.</summary>
        public TimeSpan Covered { get; set; }
    }
}
