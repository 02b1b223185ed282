using Microsoft.Data.Sqlite;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>Tags of jobs to and from their rows.</summary>
internal static class JobTagRows
{
    /// <summary>Sets the tags; a key that is there already gets the new value.</summary>
    public static void Put(SqliteConnection connection, long jobId, IEnumerable<Tag?> tags)
    {
        foreach (var tag in tags)
        {
            connection.Run(
                "INSERT INTO job_tags (job_id, key, value) VALUES ($job, $key, $value) ON CONFLICT DO UPDATE SET value = excluded.value",
                ("$job", jobId), ("$key", tag!.Key), ("$value", tag.Value));
        }
    }

    public static void Remove(SqliteConnection connection, long jobId, IEnumerable<string?> keys)
    {
        foreach (var key in keys)
            connection.Run("DELETE FROM job_tags WHERE job_id = $job AND key = $key", ("$job", jobId), ("$key", key));
    }

    /// <summary>By key.</summary>
    public static List<Tag> Of(SqliteConnection connection, long jobId)
    {
        using var command = connection.Command("SELECT key, value FROM job_tags WHERE job_id = $job ORDER BY key", ("$job", jobId));
        using var row = command.ExecuteReader();
        var tags = new List<Tag>();
        while (row.Read()) tags.Add(new Tag { Key = row.GetString(0), Value = row.GetString(1) });
        return tags;
    }
}
