namespace TranscribeConsole.Web.Composition;

/// <summary>The application's own directory, held by one process at a time.</summary>
public sealed class AppDataDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    private AppDataDirectory(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Keys of cookies and tokens, mode 0700.</summary>
    public static DirectoryInfo Keys(string path) => CreateOwnerOnly(System.IO.Path.Combine(path, "keys"));

    /// <summary>Creates the directory when missing and locks it.</summary>
    /// <exception cref="StartFailedException">It can't be written, or another process holds it; the message names the setting.</exception>
    public static AppDataDirectory Open(string path)
    {
        try
        {
            CreateOwnerOnly(path);
            return new AppDataDirectory(path, OpenLock(path));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new StartFailedException($"App:DataDirectory '{path}' can't be written: {e.Message}", e);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream OpenLock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "app.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException)) // its subclasses say that the path is wrong
        {
            throw new StartFailedException($"App:DataDirectory '{path}' is in use by another process. Stop it or choose another directory.", e);
        }
    }

    private static DirectoryInfo CreateOwnerOnly(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly);
}
