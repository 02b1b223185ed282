using Microsoft.Data.Sqlite;

namespace TranscribeConsole.LocalAws.Storage;

internal static class BodyCommit
{
    /// <summary>Commits rows that name new body files; when that fails the files go too.</summary>
    /// <remarks>Not cancellable: whether the rows were committed would be unknown, and with it whose the files are.</remarks>
    /// <exception cref="Protocols.ServiceErrorException">InsufficientStorage, or what the work throws.</exception>
    public static async Task<T> CommitAsync<T>(this LocalDatabase database, BodyFiles files, IReadOnlyList<BodyFile> added, Func<SqliteConnection, T> work)
    {
        try
        {
            return await database.WriteAsync(work, CancellationToken.None);
        }
        catch (Exception e)
        {
            // A sync that failed may have reached the disk all the same, and a power loss would bring its rows to light: the next
            // start knows which it was, and sweeps.
            if (!StorageErrors.MayBeCommitted(e)) files.Delete(added);
            if (StorageErrors.CannotStore(e) is { } refusal) throw refusal;
            throw;
        }
    }
}
