using System.Diagnostics;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks;

/// <summary>From <c>./scripts/start</c> to its ready line, when everything is installed and built.</summary>
internal static class StartBenchmark
{
    public static async Task RunAsync()
    {
        await StartAsync(); // builds what is to build
        for (var run = 1; run <= 3; run++)
            Figures.Print($"second ./scripts/start to ready, run {run} (goal: under 5)", (await StartAsync()).TotalSeconds, "s");
    }

    private static async Task<TimeSpan> StartAsync()
    {
        using var directory = new TemporaryDirectory();
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "scripts", "start")) { RedirectStandardOutput = true };
        string[] arguments = ["--Urls=http://127.0.0.1:0", "--LocalAws:Port=0", $"--App:DataDirectory={directory["data"]}"];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("TranscribeConsole is ready", StringComparison.Ordinal)) break;
        }

        var elapsed = watch.Elapsed;
        process.Kill(); // exec: the script has become the application
        await process.WaitForExitAsync();
        return elapsed;
    }
}
