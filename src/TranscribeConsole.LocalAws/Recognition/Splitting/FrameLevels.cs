namespace TranscribeConsole.LocalAws.Recognition.Splitting;

/// <summary>Level of each 10 ms of sound, smoothed over five of them.</summary>
internal sealed class FrameLevels
{
    /// <summary>Samples in 10 ms.</summary>
    public const int FrameLength = Decoding.PcmDecoder.SampleRate / 100;

    private const int Smoothing = 5;

    private readonly double[] _recent = new double[Smoothing];
    private long _count;

    /// <summary>Smoothed level in decibels relative to full scale of the next frame.</summary>
    public double Next(ReadOnlySpan<short> frame)
    {
        _recent[_count++ % Smoothing] = Decibels(frame);
        var known = (int)Math.Min(_count, Smoothing);
        var sum = 0.0;
        for (var i = 0; i < known; i++) sum += _recent[i];
        return sum / known;
    }

    // The mean is taken off: a recorder's constant offset is not sound.
    private static double Decibels(ReadOnlySpan<short> frame)
    {
        long sum = 0, squares = 0;
        foreach (var sample in frame)
        {
            sum += sample;
            squares += sample * sample;
        }

        var mean = (double)sum / frame.Length;
        var power = (double)squares / frame.Length - mean * mean;
        return power < 1 ? SpeechThreshold.FloorDecibels : Math.Max(10 * Math.Log10(power) - 90.3, SpeechThreshold.FloorDecibels);
    }
}
