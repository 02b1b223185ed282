using System.Diagnostics;

namespace TranscribeConsole.Benchmarks.Storage;

/// <summary>What the disk does without a server: the yardstick of the server's writes.</summary>
internal static class PlainDisk
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    /// <summary>Files of so many bytes that one thread makes and syncs in a second.</summary>
    public static double SyncedFilesPerSecond(string directory, int size)
    {
        var body = new byte[size];
        var files = Directory.CreateDirectory(Path.Combine(directory, "synced"));
        var rate = PerSecond(i => WriteSynced(Path.Combine(files.FullName, $"{i}"), file => file.Write(body)));
        files.Delete(recursive: true);
        return rate;
    }

    /// <summary>Copies of a file that one thread makes and syncs in a second.</summary>
    public static double SyncedCopiesPerSecond(string directory, string file)
    {
        var copy = Path.Combine(directory, "copy");
        var rate = PerSecond(_ => WriteSynced(copy, to =>
        {
            using var from = File.OpenRead(file);
            from.CopyTo(to, 1 << 20);
        }));
        File.Delete(copy);
        return rate;
    }

    private static double PerSecond(Action<int> work)
    {
        var done = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Duration) work(done++);
        return done / watch.Elapsed.TotalSeconds;
    }

    private static void WriteSynced(string path, Action<FileStream> write)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        write(file);
        file.Flush(flushToDisk: true);
    }
}
