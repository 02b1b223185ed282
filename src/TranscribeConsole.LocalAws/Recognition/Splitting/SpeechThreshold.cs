namespace TranscribeConsole.LocalAws.Recognition.Splitting;

/// <summary>The level that separates speech from silence, from the levels of the last five minutes.</summary>
/// <remarks>
/// The 5th percentile stands for the room and the 95th for the voice; speech begins at 30 % of the way between them in decibels,
/// and at least 4 dB above the room, so that steady noise or a tone is silence. A window and not the whole media: a recording
/// of hours changes its level, and one pass needs bounded memory (a byte per 10 ms, 30 kB).
/// </remarks>
internal sealed class SpeechThreshold
{
    /// <summary>Levels below this count as this. Digital silence would pull the threshold below the noise of a quiet room.</summary>
    public const double FloorDecibels = -70;

    private const int WindowFrames = 5 * 60 * 100;
    private const double StepsPerDecibel = 2;
    private const double MinRise = 4;
    private const double Share = 0.30;

    private readonly int[] _counts = new int[(int)(-FloorDecibels * StepsPerDecibel) + 1];
    private readonly byte[] _window = new byte[WindowFrames];
    private long _added;

    /// <param name="decibels">Level of the next 10 ms relative to full scale, from <see cref="FloorDecibels"/> to 0.</param>
    public void Add(double decibels)
    {
        var bin = (byte)Math.Clamp((decibels - FloorDecibels) * StepsPerDecibel, 0, _counts.Length - 1);
        var slot = (int)(_added++ % WindowFrames);
        if (_added > WindowFrames) _counts[_window[slot]]--;
        _window[slot] = bin;
        _counts[bin]++;
    }

    /// <summary>In decibels; a level at or above it is speech.</summary>
    public double Value
    {
        get
        {
            var low = Percentile(0.05);
            return low + Math.Max(MinRise, Share * (Percentile(0.95) - low));
        }
    }

    private double Percentile(double share)
    {
        var wanted = share * Math.Min(_added, WindowFrames);
        var bin = 0;
        for (var seen = _counts[0]; seen < wanted; seen += _counts[bin]) bin++;
        return FloorDecibels + bin / StepsPerDecibel;
    }
}
