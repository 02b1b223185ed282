namespace TranscribeConsole.Web.Composition.Maintenance;

/// <summary>What stands where in a copy.</summary>
internal static class CopyLayout
{
    /// <summary>Written last: a directory without it is no whole copy.</summary>
    public const string Manifest = "backup.json";

    public const string Local = "aws";
    public const string Keys = "keys";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>What a copy has besides objects, for a sentence.</summary>
    public static string Contents(DataDirectories data) => data.IsOnPostgres ? "the local backend's database" : "databases, keys";

    public static void Make(string directory)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, OwnerOnly);
    }

    /// <summary>Files keep their modes.</summary>
    public static void CopyFiles(string from, string to)
    {
        Make(to);
        foreach (var path in Directory.EnumerateFiles(from)) File.Copy(path, Path.Combine(to, Path.GetFileName(path)));
        foreach (var path in Directory.EnumerateDirectories(from)) CopyFiles(path, Path.Combine(to, Path.GetFileName(path)));
    }

    /// <summary>Whether there is nothing that a copy could be mixed with; the lock that a console leaves does not count.</summary>
    public static bool IsEmpty(string directory) =>
        !Directory.Exists(directory) || Directory.EnumerateFileSystemEntries(directory).All(path => Path.GetFileName(path) is "app.lock" or "lock");
}
