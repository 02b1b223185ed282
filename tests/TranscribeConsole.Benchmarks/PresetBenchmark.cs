using TranscribeConsole.EndToEnd.Tests.Hosting;
using TranscribeConsole.LocalAws.Tests.Recognition;

namespace TranscribeConsole.Benchmarks;

/// <summary>Words wrong, time and memory of each preset, and what the second core brings.</summary>
internal static class PresetBenchmark
{
    private static readonly TimeSpan Started = TimeSpan.FromSeconds(5); // what a start still does has ended by then

    public static async Task RunAsync()
    {
        using var directory = new TemporaryDirectory();
        await using (var alone = await ConsoleProcess.StartBackendAsync(directory["alone"]))
        {
            await Task.Delay(Started);
            Figures.Print("the backend alone: idle memory before the first job (goal: < 150)", RecognitionRun.MemoryOf(alone.ProcessId), "MB");
        }

        var made = await Speech.MadeAsync(directory);
        var read = await Speech.ReadAsync(directory);
        foreach (var preset in (string[])["Fast", "Balanced", "Best"])
        {
            await using var run = await RecognitionRun.StartAsync(directory[preset], preset);
            await Task.Delay(Started);
            var idle = run.Memory;
            Figures.Print($"{preset}: idle memory of console and backend before the first job", idle, "MB");
            await run.TranscribeAsync(made.Path); // loads the decoders
            Figures.Print($"{preset}: memory for each decoder after a job", (run.Memory - idle) / Environment.ProcessorCount, "MB");
            await PrintAsync(run, $"{preset}, made speech", made.Path, made.Text);
            await PrintAsync(run, $"{preset}, LibriVox", read.Path, read.Text);
            if (preset == "Balanced") await CompareCoresAsync(run, made.Path);
        }
    }

    private static async Task PrintAsync(RecognitionRun run, string what, string path, string text)
    {
        var result = await run.TranscribeAsync(path);
        var seconds = Speech.SecondsOf(path);
        Figures.Print($"{what}: words wrong", 100 * WordErrorRate.Of(text, result.Text), "%", $"of {text.Split(' ').Length}");
        Figures.Print($"{what}: processor time / length", result.Processor.TotalSeconds / seconds, "", $"of {seconds:0} s");
        Figures.Print($"{what}: wall time / length", result.Wall.TotalSeconds / seconds, "");
    }

    // The same process on one core and on all, its decoders loaded: ffmpeg is a child and bound with it. Best of three, because a machine is never idle.
    private static async Task CompareCoresAsync(RecognitionRun run, string path)
    {
        double one = double.MaxValue, all = double.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            await BindAsync(run, "0");
            one = Math.Min(one, (await run.TranscribeAsync(path)).Wall.TotalSeconds);
            await BindAsync(run, $"0-{Environment.ProcessorCount - 1}");
            all = Math.Min(all, (await run.TranscribeAsync(path)).Wall.TotalSeconds);
        }

        Figures.Print($"one core / {Environment.ProcessorCount} cores (goal on two: >= 1.8)", one / all, "", $"{one:0.0} s / {all:0.0} s");
    }

    private static async Task BindAsync(RecognitionRun run, string cores) => await Figures.RunProgramAsync("taskset", "-acp", cores, $"{run.ProcessId}");
}
