using System.Runtime.InteropServices;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>The two system calls that .NET has no method for: syncing a directory and making a hard link.</summary>
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
}
