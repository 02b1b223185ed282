using System.Diagnostics;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>Media made by ffmpeg in a directory of its own.</summary>
public sealed class MediaSamples : IDisposable
{
    public const string Sentence = "the weather is nice today and we will go for a walk in the park";
    public const string OtherSentence = "please send me the report before the end of the week";

    private const string Librivox = "/usr/share/pocketsphinx/test/data/librivox";

    private readonly string _directory = Directory.CreateTempSubdirectory("recognition").FullName;

    public string PathOf(string name) => Path.Combine(_directory, name);

    /// <summary>Speech with a known text, the same on every run; 16 kHz mono WAV unless the name and options say otherwise.</summary>
    public Task<string> SpeechAsync(string name, string text = Sentence, string voice = "rms", params string[] options) =>
        FfmpegAsync(name, ["-f", "lavfi", "-i", $"flite=text='{text}':voice={voice}", .. options]);

    /// <summary>Runs ffmpeg with the options and the named file as output; answers its path.</summary>
    public async Task<string> FfmpegAsync(string name, params string[] options)
    {
        var path = PathOf(name);
        var start = new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", "-y", .. options, path]) { RedirectStandardError = true };
        using var ffmpeg = Process.Start(start)!;
        var messages = await ffmpeg.StandardError.ReadToEndAsync();
        await ffmpeg.WaitForExitAsync();
        Assert.True(ffmpeg.ExitCode == 0, messages);
        return path;
    }

    /// <summary>Two seconds of AMR. Debian's ffmpeg cannot write it: frames of 12.2 kbit/s, a type byte and 31 bytes of made-up speech each.</summary>
    public static byte[] Amr()
    {
        var random = new Random(1);
        return [.. "#!AMR\n"u8, .. Enumerable.Range(0, 100).SelectMany(_ =>
        {
            var frame = new byte[32];
            random.NextBytes(frame);
            frame[0] = 0x3C;
            return frame;
        })];
    }

    public string File(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Debian's LibriVox clips, read by people, with their reference texts.</summary>
    public static IEnumerable<(string Path, string Text)> LibrivoxClips() =>
        from line in System.IO.File.ReadLines(Path.Combine(Librivox, "transcription"))
        let name = line[(line.LastIndexOf('(') + 1)..^1]
        select (Path.Combine(Librivox, $"{name}.wav"), line[3..line.IndexOf("</s>", StringComparison.Ordinal)].Trim());

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
