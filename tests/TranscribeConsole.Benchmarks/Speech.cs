using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks;

/// <summary>Recordings whose text is known: made by ffmpeg's flite, and Debian's LibriVox clips.</summary>
internal static class Speech
{
    public const string Librivox = "/usr/share/pocketsphinx/test/data/librivox";

    public static IReadOnlyList<string> Sentences { get; } =
    [
        "the weather is nice today and we will go for a walk in the park",
        "please send me the report before the end of the week",
        "the train to the city leaves early in the morning",
        "she put the book on the table near the window",
        "we need more money to build the new school",
        "the doctor said that he should stay at home for a few days",
        "they have lived in this house for a very long time",
        "could you tell me the way to the next station",
        "my brother works for a large company in the north of the country",
        "the children were playing in the garden when it began to rain",
    ];

    /// <summary>All sentences by both good voices, a second apart.</summary>
    public static async Task<(string Path, string Text)> MadeAsync(TemporaryDirectory directory)
    {
        var clips = new List<string>();
        foreach (var voice in (string[])["rms", "awb"])
        {
            for (var i = 0; i < Sentences.Count; i++) clips.Add(await SentenceAsync(directory, i, voice, "apad=pad_dur=1"));
        }

        return (await JoinAsync(directory, "made.wav", clips), string.Join(' ', Sentences.Concat(Sentences)));
    }

    /// <summary>The five LibriVox clips.</summary>
    public static async Task<(string Path, string Text)> ReadAsync(TemporaryDirectory directory)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Librivox, "transcription"));
        var clips = lines.Select(line => Path.Combine(Librivox, line[(line.LastIndexOf('(') + 1)..^1] + ".wav"));
        var text = lines.Select(line => line[3..line.IndexOf("</s>", StringComparison.Ordinal)].Trim());
        return (await JoinAsync(directory, "read.wav", clips), string.Join(' ', text));
    }

    public static async Task<string> SentenceAsync(TemporaryDirectory directory, int number, string voice, string filter)
    {
        var path = directory[$"{voice}-{number}.wav"];
        await FfmpegAsync("-f", "lavfi", "-i", $"flite=text='{Sentences[number]}':voice={voice}", "-af", filter, "-ar", "16000", path);
        return path;
    }

    public static async Task<string> JoinAsync(TemporaryDirectory directory, string name, IEnumerable<string> clips)
    {
        var list = directory[name + ".txt"];
        await File.WriteAllLinesAsync(list, clips.Select(clip => $"file '{clip}'"));
        await FfmpegAsync("-f", "concat", "-safe", "0", "-i", list, "-ar", "16000", "-ac", "1", directory[name]);
        return directory[name];
    }

    public static double SecondsOf(string wav) => (new FileInfo(wav).Length - 44) / 32_000.0;

    private static async Task FfmpegAsync(params string[] arguments) => await Figures.RunProgramAsync("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments]);
}
