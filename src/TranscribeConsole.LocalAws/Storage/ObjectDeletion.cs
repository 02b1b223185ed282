using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>An object to delete.</summary>
/// <param name="IfMatch">ETag without quotes, or <c>*</c>: some object must be there; null: no condition.</param>
internal sealed record DeleteTarget(string Key, string? IfMatch = null);

/// <summary>Deletes objects under conditions, checked in the transaction that deletes.</summary>
internal sealed class ObjectDeletion(LocalDatabase database, BodyFiles files, ObjectCache cache)
{
    /// <summary>Deletes all those whose condition holds, in one transaction; a key that is not there is no error without a condition.</summary>
    /// <returns>For each of the targets null, or why it was left.</returns>
    public async Task<IReadOnlyList<ServiceErrorException?>> DeleteAsync(
        string bucket, IReadOnlyList<DeleteTarget> targets, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var change = cache.Change(targets.Select(target => (bucket, target.Key)));
        var (refusals, removed) = await database.WriteAsync(
            connection =>
            {
                var (refusals, removed) = (new List<ServiceErrorException?>(targets.Count), new List<BodyFile>());
                foreach (var target in targets)
                {
                    var refusal = target.IfMatch is null ? null : Check(target, ObjectRows.Find(connection, bucket, target.Key)?.Info);
                    refusals.Add(refusal);
                    if (refusal is null) removed.AddRange(ObjectRows.Remove(connection, bucket, target.Key));
                }

                return (refusals, removed);
            },
            CancellationToken.None);
        files.Delete(removed);
        return refusals;
    }

    private static ServiceErrorException? Check(DeleteTarget target, ObjectInfo? current)
    {
        if (target.IfMatch == "*") return current is null ? StorageErrors.PreconditionFailed("If-Match") : null;
        if (current is null) return StorageErrors.NoSuchKey(target.Key);
        return current.ETag == target.IfMatch ? null : StorageErrors.PreconditionFailed("If-Match");
    }
}
