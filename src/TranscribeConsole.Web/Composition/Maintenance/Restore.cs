using TranscribeConsole.Data;
using TranscribeConsole.LocalAws;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.Web.Composition.Maintenance;

/// <summary>Brings a copy into a data directory that holds nothing yet.</summary>
internal static class Restore
{
    /// <returns>What was restored, as a sentence.</returns>
    /// <exception cref="StartFailedException">It is no whole copy, or the directory is in use or not empty.</exception>
    public static string Run(string source, DataDirectories to)
    {
        if (!File.Exists(Path.Combine(source, CopyLayout.Manifest))) throw new StartFailedException($"'{source}' is no backup that was finished: it has no {CopyLayout.Manifest}.");
        var database = Path.Combine(source, AppDatabaseFile.Name);
        if (to.IsOnPostgres && File.Exists(database)) throw new StartFailedException($"'{source}' holds the database of a console on SQLite, which Database:Provider=Postgres can't read.");
        if (!to.IsOnPostgres && !File.Exists(database)) throw new StartFailedException($"'{source}' is of a console whose database is in PostgreSQL: set Database:Provider and Database:ConnectionString, too.");
        using var held = AppDataDirectory.Open(to.App); // refuses while a console runs there, and keeps one from starting
        if (!CopyLayout.IsEmpty(to.App)) throw new StartFailedException($"App:DataDirectory '{to.App}' is not empty. Move it away, or choose another.");
        if (!CopyLayout.IsEmpty(to.Local)) throw new StartFailedException($"LocalAws:DataDirectory '{to.Local}' is not empty. Move it away, or choose another.");
        var local = Path.Combine(source, CopyLayout.Local);
        var bodies = Check(source, local);

        if (!to.IsOnPostgres) File.Copy(database, Path.Combine(to.App, AppDatabaseFile.Name));
        var keys = Path.Combine(source, CopyLayout.Keys);
        if (Directory.Exists(keys)) CopyLayout.CopyFiles(keys, Path.Combine(to.App, CopyLayout.Keys));
        if (bodies is not null)
        {
            CopyLayout.CopyFiles(local, to.Local);
            LocalAwsBackup.Verify(to.Local);
        }

        var done = FormattableString.Invariant($"Restored into {to.App}: {CopyLayout.Contents(to)} and {bodies?.Count ?? 0:N0} files of objects, checked.");
        return to.IsOnPostgres ? $"{done} The console's own database is PostgreSQL's to restore, with pg_restore; start the console after that." : $"{done} Start the console as usual.";
    }

    private static CopiedBodies? Check(string source, string local)
    {
        if (Path.Combine(source, AppDatabaseFile.Name) is var database && File.Exists(database)) SqliteCopy.Verify(database);
        return LocalAwsBackup.Exists(local) ? LocalAwsBackup.Verify(local) : null;
    }
}
