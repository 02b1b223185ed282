using System.Diagnostics;

namespace TranscribeConsole.EndToEnd.Tests.Hosting;

/// <summary>Media of the tests: Debian's recorded speech, and speech that ffmpeg synthesises from an exact text.</summary>
public sealed class Samples(TemporaryDirectory directory)
{
    /// <summary>A reading of Sense and Sensibility: five seconds by a human voice.</summary>
    public const string Recorded = "/usr/share/pocketsphinx/test/data/librivox/sense_and_sensibility_01_austen_64kb-0880.wav";

    public const string SpokenText = "the weather is warm and the garden is full of flowers";

    /// <summary>A WAV file in which <see cref="SpokenText"/> is said.</summary>
    public Task<string> SpokenAsync(string name = "spoken.wav") =>
        FfmpegAsync(name, "-f", "lavfi", "-i", Flite(SpokenText), "-ar", "16000");

    /// <summary>Two minutes of <see cref="Recorded"/> over and over: long enough to be looked at while it is transcribed.</summary>
    public Task<string> LongAsync(string name = "two-minutes.wav") =>
        FfmpegAsync(name, "-stream_loop", "-1", "-i", Recorded, "-t", "120");

    /// <summary>An MP4 film of a test picture, in whose sound track <see cref="SpokenText"/> is said.</summary>
    /// <param name="videoCodec">Of the picture; browsers show libx264, not mpeg4.</param>
    public Task<string> VideoAsync(string name = "film.mp4", string videoCodec = "mpeg4") =>
        FfmpegAsync(name, "-f", "lavfi", "-i", "testsrc=size=160x120:rate=10", "-f", "lavfi", "-i", Flite(SpokenText),
            "-shortest", "-c:v", videoCodec, "-pix_fmt", "yuv420p", "-c:a", "aac");

    /// <summary>An MP4 film without a sound track.</summary>
    public Task<string> SilentFilmAsync(string name = "silent-film.mp4") =>
        FfmpegAsync(name, "-f", "lavfi", "-i", "testsrc=size=160x120:rate=10", "-t", "2", "-c:v", "mpeg4");

    /// <summary>A WAV file of the given size in bytes, silent.</summary>
    public string Silence(long bytes, string name = "long.wav")
    {
        var path = directory[name];
        using var file = File.Create(path);
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write((uint)(bytes - 8));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(16000);
        writer.Write(32000);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write((uint)(bytes - 44));
        file.SetLength(bytes);
        return path;
    }

    public string Text(string name, string content)
    {
        File.WriteAllText(directory[name], content);
        return directory[name];
    }

    private static string Flite(string text) => $"flite=text='{text}':voice=rms";

    private async Task<string> FfmpegAsync(string name, params string[] arguments)
    {
        var path = directory[name];
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardError = true };
        string[] all = ["-nostdin", "-v", "error", "-y", .. arguments, path];
        foreach (var argument in all) start.ArgumentList.Add(argument);
        using var ffmpeg = Process.Start(start)!;
        var errors = await ffmpeg.StandardError.ReadToEndAsync();
        await ffmpeg.WaitForExitAsync();
        if (ffmpeg.ExitCode != 0) throw new InvalidOperationException($"ffmpeg: {errors}");
        return path;
    }
}
