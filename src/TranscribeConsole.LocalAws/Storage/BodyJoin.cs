using Microsoft.Win32.SafeHandles;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Copies files one after another into another, inside the kernel where it can: no byte passes through this process.</summary>
internal static class BodyJoin
{
    private const int BufferSize = 128 * 1024;
    private const long Step = 64 * 1024 * 1024; // copied between two looks at the cancellation

    /// <param name="from">Paths, with the length that each must have.</param>
    /// <exception cref="FileNotFoundException">One was deleted before it could be opened.</exception>
    /// <exception cref="EndOfStreamException">One is shorter than it was when it was stored.</exception>
    public static void Write(IEnumerable<(string Path, long Size)> from, SafeFileHandle to, CancellationToken cancellationToken)
    {
        long end = 0;
        foreach (var (path, size) in from)
        {
            using var part = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Append(part, size, to, end, cancellationToken);
            end += size;
        }
    }

    private static void Append(SafeFileHandle from, long size, SafeFileHandle to, long at, CancellationToken cancellationToken)
    {
        for (long done = 0, copied; done < size; done += copied)
        {
            cancellationToken.ThrowIfCancellationRequested();
            copied = Posix.CopyRange(from, done, to, at + done, Math.Min(Step, size - done)) ?? CopyHere(from, done, to, at + done, size - done);
            if (copied == 0) throw new EndOfStreamException("A body file is shorter than it was when it was stored.");
        }
    }

    private static int CopyHere(SafeFileHandle from, long fromOffset, SafeFileHandle to, long toOffset, long atMost)
    {
        var buffer = new byte[Math.Min(BufferSize, atMost)];
        var read = RandomAccess.Read(from, buffer, fromOffset);
        RandomAccess.Write(to, buffer.AsSpan(0, read), toOffset);
        return read;
    }
}
