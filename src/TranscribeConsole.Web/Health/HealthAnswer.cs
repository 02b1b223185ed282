using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Security;

namespace TranscribeConsole.Web.Health;

/// <summary>The JSON body of a health endpoint: each check's status with a sentence, which is for this machine and administrators.</summary>
internal static class HealthAnswer
{
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Answer(
            report.Status.ToString(),
            report.Entries.Where(_ => MaySeeChecks(context)).ToDictionary(entry => entry.Key, entry => new Check(entry.Value.Status.ToString(), Sentence(entry.Value)))),
        context.RequestAborted);

    private static bool MaySeeChecks(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentUser>().Find(context.User)?.Is(Role.Administrator) == true
        || context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    // A timeout has no description of its own. Exceptions are not told: their messages may hold addresses.
    internal static string Sentence(HealthReportEntry entry) =>
        entry.Description ?? (entry.Status == HealthStatus.Healthy ? "OK." : "The check failed.");

    private sealed record Answer(string Status, IReadOnlyDictionary<string, Check> Checks);

    private sealed record Check(string Status, string Description);
}
