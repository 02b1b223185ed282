using System.Collections.Concurrent;

namespace TranscribeConsole.LocalAws.Tests.Recognition.OpenAi;

/// <summary>A clock whose waits end at once, and which notes how long they would have been; longer ones than an hour never end.</summary>
internal sealed class HurriedTime : TimeProvider
{
    /// <summary>Waits that have begun, in order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.FromHours(1)) return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
