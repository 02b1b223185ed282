using System.Globalization;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using Xunit.Abstractions;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Rounds = 30;

    /// <summary><c>./scripts/soak</c> asks for more rounds, and for the seed of a run that failed.</summary>
    [Fact]
    public async Task Whatever_was_acknowledged_survives_every_kill_whole_and_every_job_completes_once()
    {
        var rounds = Setting("ROUNDS") ?? Rounds;
        var seed = Setting("SEED") ?? Random.Shared.Next();
        using var directory = new TemporaryDirectory();
        var run = new CrashRun(directory, seed, Report);
        try
        {
            await run.RunAsync(rounds);
        }
        finally
        {
            Report(run.Summary);
        }

        Assert.True(run.AcknowledgedWrites > rounds, "The kills came before the work: nothing was proven.");
        Assert.True(run.AcknowledgedJobs > 0, "No job was started: nothing was proven.");
    }

    // The test runner shows output at the end only; a soak of an hour is to be watched.
    private void Report(string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("TRANSCRIBECONSOLE_SOAK_LOG") is { Length: > 0 } log) File.AppendAllLines(log, [line]);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable("TRANSCRIBECONSOLE_SOAK_" + name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
