using TranscribeConsole.Benchmarks;
using TranscribeConsole.Benchmarks.Storage;

// Each measurement but that of transcripts runs the published application as a process; see docs/benchmarks.md.
Dictionary<string, Func<Task>> measurements = new()
{
    ["recognition"] = RecognitionBenchmark.RunAsync,
    ["presets"] = PresetBenchmark.RunAsync,
    ["long"] = LongRecordingBenchmark.RunAsync,
    ["storage"] = StorageBenchmark.RunAsync,
    ["objects"] = ObjectBenchmark.RunAsync,
    ["jobs"] = JobBenchmark.RunAsync,
    ["upload"] = UploadBenchmark.RunAsync,
    ["list"] = ListBenchmark.RunAsync,
    ["circuits"] = CircuitBenchmark.RunAsync,
    ["start"] = StartBenchmark.RunAsync,
    ["transcripts"] = TranscriptBenchmark.RunAsync,
    ["reading"] = ReadingBenchmark.RunAsync,
};
var wanted = args.Length > 0 ? args : [.. measurements.Keys];
foreach (var name in wanted)
{
    if (!measurements.TryGetValue(name, out var measure))
    {
        Console.Error.WriteLine($"'{name}' is not one of {string.Join(", ", measurements.Keys)}.");
        return 1;
    }

    Console.WriteLine($"\n{name}");
    await measure();
}

return 0;
