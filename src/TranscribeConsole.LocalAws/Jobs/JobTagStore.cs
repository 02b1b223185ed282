using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>Tags of the jobs.</summary>
internal sealed class JobTagStore(LocalDatabase database)
{
    public IReadOnlyList<Tag> Of(StoredJob job) => database.Read(connection => JobTagRows.Of(connection, job.Id));

    /// <summary>Sets the tags unless the job would then have more than <paramref name="most"/>, or is gone.</summary>
    public Task<TagResult> PutAsync(StoredJob job, IReadOnlyList<Tag?> tags, int most, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (!connection.Exists("SELECT 1 FROM jobs WHERE id = $id", ("$id", job.Id))) return TagResult.ResourceGone;
                var keys = JobTagRows.Of(connection, job.Id).Select(tag => tag.Key).Union(tags.Select(tag => tag!.Key));
                if (keys.Count() > most) return TagResult.TooMany;
                JobTagRows.Put(connection, job.Id, tags);
                return TagResult.Done;
            },
            cancellationToken);

    /// <summary>Removes the tags of these keys; unknown ones are passed over.</summary>
    public Task RemoveAsync(StoredJob job, IReadOnlyList<string?> keys, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => JobTagRows.Remove(connection, job.Id, keys), cancellationToken);
}

/// <summary>What came of setting tags.</summary>
internal enum TagResult { Done, TooMany, ResourceGone }
