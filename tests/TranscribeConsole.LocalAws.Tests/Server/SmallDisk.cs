using System.Diagnostics;
using System.Globalization;

namespace TranscribeConsole.LocalAws.Tests.Server;

/// <summary>A file system in memory of a given size, and a file in it that takes up space.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public SmallDisk(int bytes) => Run("mount", "-t", "tmpfs", "-o", $"size={bytes.ToString(CultureInfo.InvariantCulture)},mode=0700", "tmpfs", Path);

    public string Path => _directory.Path;

    /// <summary>Whether this process may mount a file system: root may, in many containers it may not.</summary>
    public static bool MayMount()
    {
        const int systemAdministration = 21; // CAP_SYS_ADMIN
        if (!OperatingSystem.IsLinux()) return false;
        var effective = File.ReadLines("/proc/self/status").First(line => line.StartsWith("CapEff:", StringComparison.Ordinal))[7..].Trim();
        return (ulong.Parse(effective, NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> systemAdministration & 1) == 1;
    }

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Leaves at most so many bytes free.</summary>
    public void FillUpTo(long free)
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (new DriveInfo(Path).AvailableFreeSpace > free) file.Write(block);
        }
        catch (IOException) when (free == 0) { /* That is full. */ }
    }

    public void Empty() => File.Delete(Filler);

    /// <summary>Takes no more writes, as after an I/O error. No file may be open for writing.</summary>
    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Path);

    public void MakeWritable() => Run("mount", "-o", "remount,rw", Path);

    public void Dispose()
    {
        Run("umount", Path);
        _directory.Dispose();
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed with {process.ExitCode}.");
    }
}
