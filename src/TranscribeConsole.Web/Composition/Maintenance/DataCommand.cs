using TranscribeConsole.LocalAws;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Composition.Maintenance;

/// <summary>The words <c>backup DIRECTORY</c> and <c>restore DIRECTORY</c> before the settings: a copy of the data in place of a console that runs.</summary>
internal static class DataCommand
{
    private const string BackupWord = "backup";
    private const string RestoreWord = "restore";

    public static bool IsMeant(string[] args) => args is [BackupWord or RestoreWord, ..];

    /// <returns>The exit code: 1 with one line on standard error.</returns>
    public static int Run(string[] args)
    {
        try
        {
            if (args.Length < 2 || args[1].StartsWith('-')) throw new StartFailedException($"'{args[0]}' needs a directory: {args[0]} DIRECTORY, and settings behind it.");
            var directories = Directories(args[2..]);
            var other = Path.GetFullPath(args[1]);
            Console.WriteLine(args[0] == BackupWord ? Backup.Run(directories, other) : Restore.Run(other, directories));
            return 0;
        }
        catch (Exception e) when (ProcessRun.Describe(e) is { } reason)
        {
            Console.Error.WriteLine($"TranscribeConsole can't {(args[0] == BackupWord ? "back up" : "restore")}: {reason}");
            return 1;
        }
    }

    // As the console itself finds them.
    private static DataDirectories Directories(string[] settings)
    {
        var builder = ConsoleBuilder.Create(settings);
        builder.AddSettings();
        return new(
            builder.Configuration[$"{AppOptions.Section}:{nameof(AppOptions.DataDirectory)}"]!,
            builder.Configuration[$"{LocalAwsOptions.Section}:{nameof(LocalAwsOptions.DataDirectory)}"]!,
            Database.OptionsOf(builder.Configuration).Provider == DatabaseProvider.Postgres);
    }
}

/// <param name="App">The console's.</param>
/// <param name="Local">The embedded backend's, which may lie elsewhere.</param>
/// <param name="IsOnPostgres">The console's database is not in its directory.</param>
internal sealed record DataDirectories(string App, string Local, bool IsOnPostgres);
