using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Hosting;

/// <summary>The backend's directory, held by this process alone until disposed.</summary>
internal sealed class DataDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersAccess = ~(OwnerOnly | UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.StickyBit);
    private const string LockFile = "lock";

    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream lockFile) => (Path, _lock) = (path, lockFile);

    public string Path { get; }

    /// <summary>Makes the directory when it is missing, sees to its mode being 0700, and locks it.</summary>
    /// <exception cref="LocalAwsStartException">Another process holds it, it cannot be made, or it is open to other users and not plainly ours.</exception>
    public static DataDirectory Open(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new LocalAwsStartException("LocalAws:DataDirectory must name a directory.");
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full, OwnerOnly);
        }
        catch (IOException e) when (StorageErrors.CannotStore(e) is null)
        {
            throw new LocalAwsStartException($"LocalAws:DataDirectory '{full}' cannot be made: {e.Message}", e);
        }

        CloseToOthers(full);
        return new DataDirectory(full, Lock(full));
    }

    public void Dispose() => _lock.Dispose();

    // An empty directory, or one that was ours before, is tightened; one of other files (/tmp, a home) by mistake must not be.
    private static void CloseToOthers(string path)
    {
        if ((File.GetUnixFileMode(path) & OthersAccess) == 0) return;
        try
        {
            if (File.Exists(System.IO.Path.Combine(path, LockFile)) || !Directory.EnumerateFileSystemEntries(path).Any())
            {
                File.SetUnixFileMode(path, OwnerOnly);
                return;
            }
        }
        catch (UnauthorizedAccessException) { /* It is somebody else's. */ }

        throw new LocalAwsStartException(
            $"LocalAws:DataDirectory '{path}' is open to other users, and it would hold keys and recordings; run chmod 700 on it as its owner, or choose another directory.");
    }

    // The system drops the lock with the process, however that ends; the file itself stays.
    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockFile), new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (IOException e) when (StorageErrors.CannotStore(e) is null)
        {
            throw new LocalAwsStartException(
                $"LocalAws:DataDirectory '{path}' is in use by another TranscribeConsole; stop that one or choose another directory.", e);
        }
    }
}
