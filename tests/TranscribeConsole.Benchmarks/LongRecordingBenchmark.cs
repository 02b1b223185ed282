using System.Text.RegularExpressions;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using TranscribeConsole.LocalAws.Tests.Recognition;

namespace TranscribeConsole.Benchmarks;

/// <summary>Half an hour of known sentences, one every ten seconds: none lost, progress in the log, memory as for a short recording.</summary>
internal static partial class LongRecordingBenchmark
{
    private const int Pitch = 10;
    private const int Rounds = 18; // of ten sentences: 1,800 s

    public static async Task RunAsync()
    {
        using var directory = new TemporaryDirectory();
        var clips = new List<string>();
        for (var i = 0; i < Speech.Sentences.Count; i++) clips.Add(await Speech.SentenceAsync(directory, i, "rms", $"apad=whole_dur={Pitch}"));
        var brief = await Speech.JoinAsync(directory, "brief.wav", clips);
        var whole = await Speech.JoinAsync(directory, "long.wav", Enumerable.Repeat(clips, Rounds).SelectMany(round => round));

        await using var run = await RecognitionRun.StartAsync(directory["data"], "Fast");
        await run.TranscribeAsync(brief);
        run.PeakMemory();
        await run.TranscribeAsync(brief);
        var small = run.PeakMemory();
        var result = await run.TranscribeAsync(whole);

        Figures.Print("30 minutes, preset Fast: wall time / length", result.Wall.TotalSeconds / Speech.SecondsOf(whole), "");
        Figures.Print($"sentences lost of {Rounds * Speech.Sentences.Count} (goal: 0)", Lost(result), "");
        Figures.Print("lines of progress in the log", ProgressLine().Count(run.Log), "");
        Figures.Print("peak memory with 100 s of audio", small, "MB");
        Figures.Print("more with 30 minutes (whole, they are 58)", run.PeakMemory() - small, "MB");
    }

    // Lost: more than half of its words are not there at its time.
    private static int Lost(RecognitionResult result) => Enumerable.Range(0, Rounds * Speech.Sentences.Count).Count(slot =>
    {
        var said = string.Join(' ', result.Segments.Where(segment => (int)(segment.Start / Pitch) == slot).Select(segment => segment.Text));
        return WordErrorRate.Of(Speech.Sentences[slot % Speech.Sentences.Count], said) > 0.5;
    });

    [GeneratedRegex(@"is \d+ % done")]
    private static partial Regex ProgressLine();
}
