using System.Text.Json;
using TranscribeConsole.Data;
using TranscribeConsole.LocalAws;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.Web.Composition.Maintenance;

/// <summary>A copy of the data as of one moment, while the console goes on.</summary>
internal static class Backup
{
    private const string OnPostgres = "The console's own database and keys are in PostgreSQL: back them up there, with pg_dump";

    /// <returns>What was copied, as a sentence.</returns>
    /// <exception cref="StartFailedException">There is nothing to copy, or the target can't be used.</exception>
    public static string Run(DataDirectories from, string target)
    {
        var database = Path.Combine(from.App, AppDatabaseFile.Name);
        if (from.IsOnPostgres && !LocalAwsBackup.Exists(from.Local)) throw new StartFailedException($"there is nothing to copy. {OnPostgres}, and LocalAws:DataDirectory '{from.Local}' has no objects.");
        if (!from.IsOnPostgres && !File.Exists(database)) throw new StartFailedException($"there is no {AppDatabaseFile.Name} in App:DataDirectory '{from.App}'.");
        if (IsInside(target, from.App) || IsInside(target, from.Local)) throw new StartFailedException($"'{target}' lies in the data directory itself.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()) throw new StartFailedException($"'{target}' is not empty.");
        var made = !Directory.Exists(target);
        CopyLayout.Make(target);
        try
        {
            return Copy(from, database, target);
        }
        catch
        {
            Clear(target, made); // half a copy helps nobody
            throw;
        }
    }

    private static string Copy(DataDirectories from, string database, string target)
    {
        var bodies = new CopiedBodies(0, 0);
        if (LocalAwsBackup.Exists(from.Local))
        {
            var local = Path.Combine(target, CopyLayout.Local);
            CopyLayout.Make(local);
            bodies = new LocalAwsBackup(from.Local, local).Run(CancellationToken.None);
        }

        if (!from.IsOnPostgres)
        {
            // After the jobs: what people add to a transcript is never older than its job.
            var copy = Path.Combine(target, AppDatabaseFile.Name);
            SqliteCopy.Run(database, copy);
            SqliteCopy.Verify(copy);
        }

        var keys = Path.Combine(from.App, CopyLayout.Keys);
        if (Directory.Exists(keys)) CopyLayout.CopyFiles(keys, Path.Combine(target, CopyLayout.Keys));
        File.WriteAllText(Path.Combine(target, CopyLayout.Manifest), JsonSerializer.Serialize(new { Version = AppVersion.Number, Made = TimeProvider.System.GetUtcNow() }));
        var copied = FormattableString.Invariant($"{CopyLayout.Contents(from)} and {bodies.Count:N0} files of objects ({bodies.Bytes:N0} bytes)");
        var done = $"Backed up to {target}: {copied}, checked. It holds secrets and recordings: keep it as safe as the original.";
        return from.IsOnPostgres ? $"{done} {OnPostgres}; do that now, after the jobs." : done;
    }

    private static bool IsInside(string path, string directory) => (path + '/').StartsWith(directory.TrimEnd('/') + '/', StringComparison.Ordinal);

    private static void Clear(string target, bool made)
    {
        foreach (var path in Directory.EnumerateDirectories(target)) Directory.Delete(path, recursive: true);
        foreach (var path in Directory.EnumerateFiles(target)) File.Delete(path);
        if (made) Directory.Delete(target);
    }
}
