using System.Globalization;
using System.Text.RegularExpressions;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

public sealed partial class CancellationTests : IDisposable
{
    private readonly MediaSamples _samples = new();

    [Fact]
    public async Task Cancelled_job_ends_ffmpeg_and_gives_its_recogniser_to_the_next()
    {
        // Minutes of speech against a recogniser that is held up: ffmpeg cannot have finished.
        var path = await _samples.FfmpegAsync("minutes.wav", "-stream_loop", "60", "-i", await _samples.SpeechAsync("once.wav"));
        using var recogniser = new HeldRecogniser();
        using var transcribing = new Transcribing(recognisers: 1, create: () => recogniser);
        using var cancellation = new CancellationTokenSource();
        var job = transcribing.TranscribeAsync(path, cancellationToken: cancellation.Token);
        await recogniser.Begun;
        var ffmpeg = int.Parse(FfmpegId().Match(transcribing.Loggers.Text).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.True(Directory.Exists($"/proc/{ffmpeg}"));

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
        Assert.False(Directory.Exists($"/proc/{ffmpeg}"));

        recogniser.LetGo();
        await transcribing.TranscribeAsync(_samples.PathOf("once.wav"));
        Assert.Equal(2, recogniser.Count); // one of the cancelled job, one of the next
    }

    public void Dispose() => _samples.Dispose();

    [GeneratedRegex(@"ffmpeg (\d+) decodes")]
    private static partial Regex FfmpegId();

    private sealed class HeldRecogniser : ISegmentRecogniser
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _free = new();

        public Task Begun => _begun.Task;

        public int Count { get; private set; }

        public void LetGo() => _free.Set();

        public IReadOnlyList<RecognisedWord> Recognise(ReadOnlySpan<short> samples, bool withOthers)
        {
            Count++;
            _begun.TrySetResult();
            _free.Wait();
            return [];
        }

        public void Dispose() => _free.Set();
    }
}
