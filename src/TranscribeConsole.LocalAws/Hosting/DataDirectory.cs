namespace TranscribeConsole.LocalAws.Hosting;

/// <summary>The backend's directory, held by this process alone until disposed.</summary>
internal sealed class DataDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream lockFile) => (Path, _lock) = (path, lockFile);

    public string Path { get; }

    /// <summary>Makes the directory when it is missing, mode 0700, and locks it.</summary>
    /// <exception cref="LocalAwsStartException">Another process holds it, or it cannot be made.</exception>
    public static DataDirectory Open(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new LocalAwsStartException("LocalAws:DataDirectory must name a directory.");
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full, OwnerOnly);
        }
        catch (IOException e)
        {
            throw new LocalAwsStartException($"LocalAws:DataDirectory '{full}' cannot be made: {e.Message}", e);
        }

        return new DataDirectory(full, Lock(full));
    }

    public void Dispose() => _lock.Dispose();

    // The system drops the lock with the process, however that ends; the file itself stays.
    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LocalAwsStartException(
                $"LocalAws:DataDirectory '{path}' is in use by another TranscribeConsole; stop that one or choose another directory.", e);
        }
    }
}
