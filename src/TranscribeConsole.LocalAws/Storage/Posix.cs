using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>The system calls that .NET has no method for: syncing a directory, making a hard link, reserving space, copying inside the kernel.</summary>
internal static partial class Posix
{
    private const int ReadOnlyCloseOnExec = 0x80000; // O_RDONLY | O_CLOEXEC on Linux

    /// <summary>Makes the entries of a directory durable: names that were made, renamed or removed in it.</summary>
    public static void SyncDirectory(string path)
    {
        var descriptor = Open(path, ReadOnlyCloseOnExec);
        if (descriptor < 0) throw Failed("open", path);
        try
        {
            if (Sync(descriptor) != 0) throw Failed("sync", path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Gives a file a second name in the same file system.</summary>
    public static void Link(string existing, string link)
    {
        if (HardLink(existing, link) != 0) throw Failed("link", existing);
    }

    /// <summary>Reserves space for a file's content without changing its length, where the file system can.</summary>
    /// <remarks>.NET's own preallocation does the same, but its exception does not tell a full disk from anything else.</remarks>
    /// <exception cref="IOException">The disk has no such space.</exception>
    public static void Reserve(SafeFileHandle file, long length)
    {
        const int keepSize = 1, noSpace = 28, quotaExceeded = 122;
        try
        {
            if (Allocate(file, keepSize, 0, length) != 0 && Marshal.GetLastPInvokeError() is noSpace or quotaExceeded) throw Failed("reserve space for", "a body file");
        }
        catch (EntryPointNotFoundException) { /* macOS has no such call. */ }
    }

    /// <summary>Lets the disk begin to write a part of a file, and does not wait for it. Not a sync: that must still come.</summary>
    public static void StartWriteback(SafeFileHandle file, long offset, long length)
    {
        const uint write = 2; // SYNC_FILE_RANGE_WRITE
        try
        {
            _ = SyncFileRange(file, offset, length, write); // an error shows at the sync
        }
        catch (EntryPointNotFoundException) { /* macOS has no such call. */ }
    }

    /// <summary>Copies bytes from file to file inside the kernel, which on some file systems shares them instead.</summary>
    /// <returns>How many were copied, 0 at the end of the file; null when kernel or file system cannot do this.</returns>
    public static long? CopyRange(SafeFileHandle from, long fromOffset, SafeFileHandle to, long toOffset, long length)
    {
        const int notPermitted = 1, interrupted = 4, otherFileSystem = 18, invalid = 22, noSuchCall = 38, notSupported = 95;
        nint copied;
        do
        {
            try { copied = CopyFileRange(from, ref fromOffset, to, ref toOffset, (nuint)length, 0); }
            catch (EntryPointNotFoundException) { return null; }
        }
        while (copied < 0 && Marshal.GetLastPInvokeError() == interrupted);
        if (copied >= 0) return copied;
        return Marshal.GetLastPInvokeError() is notPermitted or otherFileSystem or invalid or noSuchCall or notSupported
            ? null
            : throw Failed("copy", "a body file");
    }

    private static IOException Failed(string call, string path)
    {
        const int noSuchFile = 2;
        var error = Marshal.GetLastPInvokeError();
        var message = $"Could not {call} '{path}': {Marshal.GetPInvokeErrorMessage(error)}";
        return error == noSuchFile ? new FileNotFoundException(message, path) : new IOException(message, error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int HardLink(string existing, string link);

    [LibraryImport("libc", EntryPoint = "fallocate64", SetLastError = true)]
    private static partial int Allocate(SafeFileHandle file, int mode, long offset, long length);

    [LibraryImport("libc", EntryPoint = "sync_file_range", SetLastError = true)]
    private static partial int SyncFileRange(SafeFileHandle file, long offset, long length, uint flags);

    [LibraryImport("libc", EntryPoint = "copy_file_range", SetLastError = true)]
    private static partial nint CopyFileRange(
        SafeFileHandle from, ref long fromOffset, SafeFileHandle to, ref long toOffset, nuint length, uint flags);
}
