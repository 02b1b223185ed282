namespace TranscribeConsole.Services;

/// <summary>How long a monitor waits between two looks: quick while something is going on, slower otherwise, and slower with each failure.</summary>
/// <param name="calm">The pause while nothing is going on.</param>
internal sealed class MonitorPace(TimeSpan calm)
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Slowest = TimeSpan.FromMinutes(1);

    /// <summary>Until the next look.</summary>
    public TimeSpan Pause { get; private set; } = Busy;

    public void Looked(bool isBusy) => Pause = isBusy ? Busy : calm;

    public void Failed() => Pause = Pause * 2 < Slowest ? Pause * 2 : Slowest;
}
