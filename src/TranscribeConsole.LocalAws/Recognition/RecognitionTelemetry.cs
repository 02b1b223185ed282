using System.Diagnostics;
using System.Diagnostics.Metrics;
using TranscribeConsole.LocalAws.Recognition.Decoding;

namespace TranscribeConsole.LocalAws.Recognition;

/// <summary>Measures and traces the recognition of media: how much audio, for how long, with what outcome. Nothing of the job or its media is told.</summary>
internal sealed class RecognitionTelemetry(LocalAwsMeter meter, LocalAwsOptions options)
{
    private readonly Histogram<double> _duration = meter.Meter.CreateHistogram(
        "transcribeconsole.recognition.duration", "s", "Recognition of one media file, waiting for its turn at the recogniser included.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 1800, 3600, 7200] });

    private readonly Counter<double> _audio = meter.Meter.CreateCounter<double>(
        "transcribeconsole.recognition.audio", "s", "Audio that was recognised, all channels together.");

    private readonly Histogram<double> _realTimeFactor = meter.Meter.CreateHistogram(
        "transcribeconsole.recognition.real_time_factor", "1", "Recognition time of a media file by the length of its audio; below 1 is faster than listening.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 5, 10] });

    private readonly ActivitySource _spans = meter.Spans;

    public Measured Begin(CancellationToken stop) => new(this, stop);

    private TagList Tags(string? error)
    {
        var tags = new TagList { { "transcribeconsole.recogniser", options.Recogniser.ToString() } };
        if (error is not null) tags.Add("error.type", error);
        return tags;
    }

    /// <summary>One recognition; disposed without having succeeded it has failed, or was stopped.</summary>
    public sealed class Measured(RecognitionTelemetry telemetry, CancellationToken stop) : IDisposable
    {
        private readonly Activity? _span = telemetry._spans.StartActivity("recognise", ActivityKind.Internal, default(ActivityContext), telemetry.Tags(null));
        private readonly long _begun = Stopwatch.GetTimestamp();
        private long _samples;
        private bool _succeeded;

        public void Add(int samples) => _samples += samples;

        public void Succeeded() => _succeeded = true;

        public void Dispose()
        {
            var error = _succeeded ? null : stop.IsCancellationRequested ? "Stopped" : "Failed";
            var tags = telemetry.Tags(error);
            var seconds = Stopwatch.GetElapsedTime(_begun).TotalSeconds;
            var audio = (double)_samples / PcmDecoder.SampleRate;
            telemetry._duration.Record(seconds, tags);
            telemetry._audio.Add(audio, tags);
            if (_succeeded && audio > 0) telemetry._realTimeFactor.Record(seconds / audio, tags);
            _span?.SetTag("transcribeconsole.audio.duration", audio);
            if (error is not null) _span?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
            _span?.Dispose();
        }
    }
}
