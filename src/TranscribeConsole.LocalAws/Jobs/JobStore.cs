using Microsoft.Data.Sqlite;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>The account's jobs, which are the queue too. A job older than <see cref="Retention"/> is no longer there.</summary>
internal sealed class JobStore(LocalDatabase database, LocalAwsOptions options, TimeProvider time)
{
    /// <summary>How long the service keeps the record of a job, from its creation.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    /// <summary>Most jobs that may wait for a slot.</summary>
    public const int MaxQueuedJobs = 10_000;

    // The queue leaves a tenth of the slots to jobs that can't be deferred; rounded up so that one slot is a slot.
    private int SlotsForQueue => (int)Math.Ceiling(options.MaxConcurrentJobs * 0.9);

    /// <summary>Commits a new job, in progress when there is a slot; the answer is the job as it was committed.</summary>
    /// <remarks>Not cancellable: a caller who left would not wake the runner for a job that was committed all the same.</remarks>
    public Task<(StartResult Result, StoredJob? Job)> StartAsync(NewJob job) =>
        database.WriteAsync<(StartResult, StoredJob?)>(
            connection =>
            {
                if (connection.Exists("SELECT 1 FROM jobs WHERE name = $name", ("$name", job.Name))) return (StartResult.NameInUse, null);
                var status = StatusOfNew(connection, job.MayBeDeferred);
                if (status is null) return (job.MayBeDeferred ? StartResult.QueueFull : StartResult.NoSlot, null);
                JobRows.Insert(connection, job, status, Now);
                return (StartResult.Started, JobRows.Select(connection, "name = $name", ("$name", job.Name)).Single());
            },
            CancellationToken.None);

    public StoredJob? Find(string name) =>
        database.Read(connection => JobRows.Select(connection, "name = $name AND created_ms > $live", ("$name", name), ("$live", Live)))
            .SingleOrDefault();

    /// <summary>A job of this name that should be gone but has not been removed yet.</summary>
    public StoredJob? FindExpired(string name) =>
        database.Read(connection => JobRows.Select(connection, "name = $name AND created_ms <= $live", ("$name", name), ("$live", Live)))
            .SingleOrDefault();

    /// <summary>Up to <paramref name="limit"/> jobs that should be gone, oldest first.</summary>
    public IReadOnlyList<StoredJob> Expired(int limit) => database.Read(connection => JobRows.Select(
        connection, "created_ms <= $live ORDER BY created_ms LIMIT $limit", ("$live", Live), ("$limit", limit)));

    /// <summary>Up to <paramref name="limit"/> jobs, newest first.</summary>
    /// <param name="before">Id that the jobs are older than; null for the newest.</param>
    public IReadOnlyList<StoredJob> List(JobFilter filter, long? before, int limit)
    {
        var (index, status) = filter.Status is null ? ("jobs_by_id", "") : ("jobs_by_status", "status = $status AND ");
        var page =
            $"""
            id IN (SELECT id FROM jobs INDEXED BY {index}
                   WHERE {status} id < $before AND created_ms > $live AND ($like IS NULL OR name LIKE $like ESCAPE '\')
                   ORDER BY id DESC LIMIT $limit)
            ORDER BY id DESC
            """;
        return database.Read(connection => JobRows.Select(connection, page,
            ("$status", filter.Status), ("$before", before ?? long.MaxValue), ("$live", Live), ("$like", Like(filter.NameContains)),
            ("$limit", limit)));
    }

    // LIKE takes no account of case, and needs half the time of a comparison of lower-case copies.
    private static string? Like(string? part) => string.IsNullOrEmpty(part)
        ? null
        : $"%{part.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    /// <summary>The job that has been in progress longest, apart from these; null when there is none.</summary>
    public StoredJob? NextToRun(IReadOnlyCollection<long> except) => database.Read(connection => JobRows.Select(
            connection, "status = $status ORDER BY id LIMIT $limit", ("$status", JobStatus.InProgress), ("$limit", except.Count + 1)))
        .FirstOrDefault(job => !except.Contains(job.Id));

    /// <summary>COMPLETED with the detected values, as a part of the caller's commit; false when the job is no longer there or no longer in progress.</summary>
    public bool Complete(SqliteConnection connection, StoredJob job, TranscribedMedia transcribed)
    {
        var changed = connection.Run(
            """
            UPDATE jobs SET status = 'COMPLETED', completed_ms = $now, detected_format = $format, detected_rate_hertz = $rate,
                   identified_language = $language, identified_score = $score, identified_durations = $durations
            WHERE id = $id AND status = 'IN_PROGRESS'
            """,
            ("$id", job.Id), ("$now", Now), ("$format", transcribed.MediaFormat), ("$rate", transcribed.MediaSampleRateHertz),
            ("$language", transcribed.Languages?.LanguageCode), ("$score", transcribed.Languages?.Score),
            ("$durations", JobRows.Durations(transcribed.Languages?.Durations)));
        Promote(connection);
        return changed == 1;
    }

    /// <summary>Commits FAILED; false when the job is no longer there or no longer in progress.</summary>
    public Task<bool> FailAsync(StoredJob job, string reason) => FinishAsync(connection => connection.Run(
        "UPDATE jobs SET status = 'FAILED', completed_ms = $now, failure_reason = $reason WHERE id = $id AND status = 'IN_PROGRESS'",
        ("$id", job.Id), ("$now", Now), ("$reason", reason)));

    /// <summary>Removes the record; false when it was gone already.</summary>
    public Task<bool> RemoveAsync(StoredJob job) =>
        FinishAsync(connection => connection.Run("DELETE FROM jobs WHERE id = $id", ("$id", job.Id)));

    /// <summary>Moves queued jobs into free slots: a setting may have made room while the backend was down.</summary>
    public Task PromoteQueuedAsync(CancellationToken cancellationToken) => database.WriteAsync(Promote, cancellationToken);

    /// <summary>How many jobs are in each state, those with none included.</summary>
    public IReadOnlyDictionary<string, long> CountByStatus() => database.Read(connection =>
        ((string[])[JobStatus.Queued, JobStatus.InProgress, JobStatus.Completed, JobStatus.Failed]).ToDictionary(status => status, status => Count(connection, status)));

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private long Live => (time.GetUtcNow() - Retention).ToUnixTimeMilliseconds();

    // Whoever leaves the slot fills it, in one commit. Not cancellable: the caller must know how it ended.
    private Task<bool> FinishAsync(Func<SqliteConnection, int> change) => database.WriteAsync(
        connection =>
        {
            var changed = change(connection) == 1;
            Promote(connection);
            return changed;
        },
        CancellationToken.None);

    // Null: refused. A job that may wait never overtakes those that wait already.
    private string? StatusOfNew(SqliteConnection connection, bool mayBeDeferred)
    {
        var queued = Count(connection, JobStatus.Queued);
        var hasSlot = Count(connection, JobStatus.InProgress) < options.MaxConcurrentJobs;
        if (hasSlot && (!mayBeDeferred || queued == 0)) return JobStatus.InProgress;
        return mayBeDeferred && queued < MaxQueuedJobs ? JobStatus.Queued : null;
    }

    private void Promote(SqliteConnection connection)
    {
        var free = SlotsForQueue - Count(connection, JobStatus.InProgress);
        if (free <= 0) return;
        connection.Run(
            """
            UPDATE jobs SET status = 'IN_PROGRESS', started_ms = $now
            WHERE id IN (SELECT id FROM jobs WHERE status = 'QUEUED' ORDER BY id LIMIT $free)
            """,
            ("$now", Now), ("$free", free));
    }

    private static long Count(SqliteConnection connection, string status)
    {
        using var command = connection.Command("SELECT count(*) FROM jobs WHERE status = $status", ("$status", status));
        return (long)command.ExecuteScalar()!;
    }
}

/// <summary>What came of committing a new job.</summary>
internal enum StartResult { Started, NameInUse, NoSlot, QueueFull }
