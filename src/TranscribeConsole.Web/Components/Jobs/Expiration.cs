using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Web.Components.Jobs;

/// <summary>Whole days until a job leaves the list, never below zero.</summary>
internal static class Expiration
{
    public static int DaysLeft(JobRow job, ServiceLimits limits, DateTimeOffset now) =>
        Math.Max(0, limits.Quotas.JobRetentionDays - (int)Math.Floor((now - job.CreationTime).TotalDays));

    /// <summary>Whether the job's time is over, though the service may still tell of it.</summary>
    public static bool IsOver(JobRow job, ServiceLimits limits, DateTimeOffset now) => DaysLeft(job, limits, now) == 0;

    /// <summary><c>1 day</c>, <c>89 days</c>.</summary>
    public static string Text(int days) => days == 1 ? "1 day" : $"{days} days";
}
