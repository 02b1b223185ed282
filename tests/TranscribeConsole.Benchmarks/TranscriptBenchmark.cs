using System.Diagnostics;
using System.IO.Compression;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using TranscribeConsole.Transcripts;
using TranscribeConsole.Transcripts.Archive;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;
using TranscribeConsole.Transcripts.Json;
using TranscribeConsole.Transcripts.Payload;

namespace TranscribeConsole.Benchmarks;

/// <summary>A transcript of four hours and 36,000 words: reading, what it keeps, the page's payload, every export, an archive of 500 jobs.</summary>
internal static class TranscriptBenchmark
{
    private const int Words = 36_000;
    private const int Runs = 7;

    public static async Task RunAsync()
    {
        var json = GeneratedTranscript.Of(TimeSpan.FromHours(4), Words);
        Figures.Print($"file, {Words:n0} words", json.Length / 1e6, "MB");
        await MeasureReadingAsync(json);
        var transcript = await ReadAsync(json);
        var edits = EditsOf(transcript);
        await MeasureAsync("page payload", 500, to => TranscriptPayload.WriteAsync(EditedTranscript.Of(transcript, edits), to, default));
        await MeasurePayloadSizeAsync(EditedTranscript.Of(transcript, edits));
        foreach (var format in ExportFormat.All)
        {
            await MeasureAsync(format.Name, format == ExportFormat.Word ? 3000 : 1000, to =>
                format.WriteAsync(ExportDocument.Of(EditedTranscript.Of(transcript, edits)), FullOptions, to, default));
        }

        await MeasureAsync("CSV, a row per word", 1000, to => ExportFormat.Csv.WriteAsync(
            ExportDocument.Of(EditedTranscript.Of(transcript, edits)), FullOptions with { CsvRows = CsvRows.Word }, to, default));
        await MeasureArchiveAsync(json);
    }

    private static ExportOptions FullOptions => new() { Timestamps = Timestamps.Paragraph, MarkBelowConfidence = 0.5 };

    private static Task<Transcript> ReadAsync(byte[] json) =>
        TranscriptJson.ReadAsync(new MemoryStream(json), TranscriptLimits.Default, CancellationToken.None);

    // Every tenth turn corrected, two labels with one name.
    private static TranscriptEdits EditsOf(Transcript transcript) => new(
        transcript.Turns.Where((_, number) => number % 10 == 0).ToDictionary(
            turn => turn.Id, turn => new TurnCorrection(turn.Text.Replace(" a", " corrected a", StringComparison.Ordinal), "benchmark", DateTimeOffset.UnixEpoch)),
        new Dictionary<string, SpeakerName> { ["spk_0"] = new("Anna", "benchmark", default), ["spk_1"] = new("Anna", "benchmark", default) });

    private static async Task MeasureReadingAsync(byte[] json)
    {
        var watch = Stopwatch.StartNew();
        await ReadAsync(json);
        Figures.Print("read, first in the process", watch.Elapsed.TotalMilliseconds, "ms");
        Figures.Print("read, warm (goal: under 150)", await BestAsync(() => ReadAsync(json)), "ms");
        const int Kept = 5;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var kept = new List<Transcript>();
        while (kept.Count < Kept)
        {
            kept.Add(await ReadAsync(json));
            _ = kept[^1].Turns;
        }

        Figures.Print("kept with its turns (goal: under 8)", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6 / Kept, "MB");
        Figures.Print("its own count for the cache", kept[0].ApproximateBytes / 1e6, "MB");
    }

    private static async Task MeasurePayloadSizeAsync(EditedTranscript transcript)
    {
        using var plain = new MemoryStream();
        await TranscriptPayload.WriteAsync(transcript, plain, CancellationToken.None);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) await gzip.WriteAsync(plain.GetBuffer().AsMemory(0, (int)plain.Length));
        Figures.Print("page payload, as it is", plain.Length / 1e6, "MB");
        Figures.Print("page payload, gzip (goal: under 1)", packed.Length / 1e6, "MB");
    }

    private static async Task MeasureAsync(string what, int goal, Func<Stream, Task> writeAsync)
    {
        var milliseconds = await BestAsync(() => writeAsync(Stream.Null));
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        using var to = new MemoryStream();
        await writeAsync(to);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Figures.Print($"{what} (goal: under {goal})", milliseconds, "ms", $"{to.Length / 1e6:0.00} MB, allocates {allocated / 1e6:0} MB");
    }

    private static async Task<double> BestAsync(Func<Task> work)
    {
        var best = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        return best;
    }

    // Ten minutes each, read anew for every job as the console does, text and subtitles and Word.
    private static async Task MeasureArchiveAsync(byte[] json)
    {
        const int Jobs = 500;
        var short10 = GeneratedTranscript.Of(TimeSpan.FromMinutes(10), 1500);
        ExportFormat[] formats = [ExportFormat.Text, ExportFormat.SubRip, ExportFormat.Word];
        var peak = 0L;

        async IAsyncEnumerable<ArchiveJob> JobsAsync()
        {
            for (var number = 0; number < Jobs; number++)
            {
                yield return new ArchiveJob($"job-{number}", null, async _ =>
                {
                    var document = ExportDocument.Of(EditedTranscript.Of(await ReadAsync(number % 50 == 0 ? json : short10)));
                    return new ArchiveFiles([.. formats.Select(format => new ArchiveFile(
                        ExportFileName.Of(document.Title, format.Extension), (to, stop) => format.WriteAsync(document, ExportOptions.Default, to, stop)))]);
                });
                if (number % 25 == 0) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }

            await Task.CompletedTask;
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var entries = await TranscriptArchive.WriteAsync(JobsAsync(), error => error.Message, Stream.Null, CancellationToken.None);
        Figures.Print($"archive of {Jobs} jobs, {entries.Count} files", watch.Elapsed.TotalSeconds, "s");
        Figures.Print("live memory above the start, at most", (peak - before) / 1e6, "MB");
    }
}
