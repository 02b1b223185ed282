using System.Diagnostics;
using System.Globalization;

namespace TranscribeConsole.Benchmarks;

internal static class Figures
{
    public static void Print(string what, double value, string unit, string note = "") =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-52} {value,10:0.00} {unit} {note}"));

    /// <summary>Operations per second of the given number of workers over the given number of operations.</summary>
    public static async Task<double> RateAsync(int operations, int workers, Func<int, Task> operation)
    {
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(async _ =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < operations;) await operation(i);
        }));
        return operations / watch.Elapsed.TotalSeconds;
    }

    /// <summary>The time in milliseconds that 95 of 100 calls stay under, one after another, the first ten not counted: they compile.</summary>
    public static async Task<double> P95Async(Func<Task> call)
    {
        const int warming = 10, rounds = 100;
        var times = new List<double>();
        for (var round = 0; round < warming + rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await call();
            if (round >= warming) times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(rounds * 95 / 100);
    }

    /// <summary>Runs a program to its end; answers its wall time.</summary>
    public static async Task<TimeSpan> RunProgramAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {errors}");
        return watch.Elapsed;
    }
}
