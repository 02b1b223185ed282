using Microsoft.Extensions.Logging;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>Writes into the log how far a long job is, at most twice a minute.</summary>
/// <remarks>Reports come one after the other, from any thread.</remarks>
internal sealed partial class JobProgress(string jobName, TimeProvider time, ILogger logger) : IProgress<double>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private long _last = time.GetTimestamp();

    /// <param name="value">Share of the media that is done, 0 to 1.</param>
    public void Report(double value)
    {
        if (value >= 1 || time.GetElapsedTime(_last) < Interval) return;
        _last = time.GetTimestamp();
        Log.Progress(logger, jobName, (int)(value * 100));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Job {JobName} is {Percent} % done.")]
        public static partial void Progress(ILogger logger, string jobName, int percent);
    }
}
