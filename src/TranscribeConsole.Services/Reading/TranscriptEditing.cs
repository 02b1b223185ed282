using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Transcripts;

namespace TranscribeConsole.Services.Reading;

/// <summary>
/// Corrections of turns and names of speakers, as people make them. Each change says which version its author saw; if another came
/// between, nothing is changed and the author learns of it.
/// </summary>
/// <remarks>They belong to the job of that name and creation time: a later job with the name has none of them.</remarks>
public sealed class TranscriptEditing(IDbContextFactory<AppDatabase> databases, AwsConnection connection, AuditLog audit, TimeProvider clock)
{
    /// <summary>Characters of a corrected turn; a minute of speech has a thousand.</summary>
    public const int MaxTextLength = 20_000;

    public const int MaxNameLength = 100;

    public Task<StoredEdits> ReadAsync(JobTranscript transcript, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return ReadAsync(transcript.Job.Name, transcript.Job.Row.CreationTime, transcript.IsRedacted, cancellationToken);
    }

    internal async Task<StoredEdits> ReadAsync(string jobName, DateTimeOffset jobCreated, bool isRedacted, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var revisions = RevisionsOf(database, jobName, jobCreated, isRedacted);
        var newest = await revisions.Where(r => !revisions.Any(later => later.Turn == r.Turn && later.Version > r.Version)).ToListAsync(cancellationToken);
        var names = await NamesOf(database, jobName, jobCreated).ToListAsync(cancellationToken);
        return new StoredEdits([.. newest.Select(StateOf)], [.. names.Select(StateOf)]);
    }

    /// <param name="text">The turn's whole text; what was recognised means that the correction is taken back.</param>
    /// <param name="seen">The version the author started from; 0: the turn was untouched.</param>
    public Task<EditOutcome<TurnState>> CorrectAsync(
        JobTranscript transcript, Turn turn, string text, int seen, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MaxTextLength);
        return ReviseAsync(transcript, turn, seen, by, (_, _) => Task.FromResult((text == turn.Text ? null : text, (int?)seen)), cancellationToken);
    }

    /// <summary>Goes back to what was in force before the version that was seen. What is undone stays in the history.</summary>
    public Task<EditOutcome<TurnState>> UndoAsync(JobTranscript transcript, Turn turn, int seen, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return ReviseAsync(transcript, turn, seen, by, BeforeAsync, cancellationToken);

        async Task<(string?, int?)> BeforeAsync(IQueryable<TurnRevision> revisions, TurnRevision? newest)
        {
            if (newest?.Before is not { } version) return (newest?.Text, newest?.Version ?? 0); // nothing to undo: nothing changes
            var before = await revisions.SingleOrDefaultAsync(r => r.Version == version, cancellationToken); // null: version 0, as recognised
            return (before?.Text, before?.Before);
        }
    }

    /// <param name="name">Empty: the label has no name again.</param>
    /// <param name="seen">The version the author started from; 0: nobody had named the label.</param>
    public async Task<EditOutcome<NameState>> NameAsync(
        JobTranscript transcript, string label, string name, int seen, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, MaxNameLength);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var naming = await NamesOf(database, transcript.Job.Row).SingleOrDefaultAsync(n => n.Label == label, cancellationToken);
        if ((naming?.Version ?? 0) != seen) return new(false, naming is null ? NameState.Untouched(label) : StateOf(naming));
        if (naming is null)
        {
            if (name.Length == 0) return new(true, NameState.Untouched(label));
            naming = database.SpeakerNamings.Add(new SpeakerNaming
            {
                JobName = transcript.Job.Name,
                JobCreated = transcript.Job.Row.CreationTime,
                Origin = OriginOf(transcript),
                Label = label,
                Name = name,
                By = by,
                At = clock.GetUtcNow(),
                Version = 1,
            }).Entity;
        }
        else
        {
            (naming.Name, naming.By, naming.At, naming.Version) = (name, by, clock.GetUtcNow(), seen + 1);
        }

        if (await database.TrySaveAsync(cancellationToken))
        {
            await audit.RecordAsync(AuditAction.SpeakerNamed, transcript.Job.Name, label);
            return new(true, StateOf(naming));
        }

        await using var again = await databases.CreateDbContextAsync(cancellationToken);
        var winner = await NamesOf(again, transcript.Job.Row).SingleOrDefaultAsync(n => n.Label == label, cancellationToken);
        return new(false, winner is null ? NameState.Untouched(label) : StateOf(winner));
    }

    /// <summary>Forgets everything about the job of that name and creation time.</summary>
    internal async Task ForgetAsync(EditedJob job, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.SpeakerNamings.Where(n => n.JobName == job.Name && n.JobCreated == job.Created).ExecuteDeleteAsync(cancellationToken);
        await database.TurnRevisions.Where(r => r.JobName == job.Name && r.JobCreated == job.Created).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Jobs that something is kept about.</summary>
    /// <param name="name">Null: of any name.</param>
    internal async Task<IReadOnlyList<EditedJob>> JobsAsync(string? name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var named = database.SpeakerNamings.Where(n => name == null || n.JobName == name).Select(n => new { n.JobName, n.JobCreated, n.Origin });
        var revised = database.TurnRevisions.Where(r => name == null || r.JobName == name).Select(r => new { r.JobName, r.JobCreated, r.Origin });
        var jobs = await named.Union(revised).ToListAsync(cancellationToken);
        return [.. jobs.Select(job => new EditedJob(job.JobName, job.JobCreated, job.Origin))];
    }

    /// <summary>Region and account, so that with another backend or profile the jobs of this one don't count as deleted.</summary>
    internal string Origin(string? accountId) => $"{connection.RegionName}/{accountId}";

    private string OriginOf(JobTranscript transcript) => Origin(transcript.Transcript.AccountId);

    private async Task<EditOutcome<TurnState>> ReviseAsync(
        JobTranscript transcript, Turn turn, int seen, string by,
        Func<IQueryable<TurnRevision>, TurnRevision?, Task<(string? Text, int? Before)>> next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var revisions = RevisionsOf(database, transcript).Where(r => r.Turn == turn.Id.Value);
        var newest = await revisions.OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancellationToken);
        if ((newest?.Version ?? 0) != seen) return new(false, StateOf(turn, newest));
        var (text, before) = await next(revisions, newest);
        if (text == newest?.Text && before == seen) return new(true, StateOf(turn, newest)); // saved without a change
        var revision = new TurnRevision
        {
            JobName = transcript.Job.Name,
            JobCreated = transcript.Job.Row.CreationTime,
            Origin = OriginOf(transcript),
            Redacted = transcript.IsRedacted,
            Turn = turn.Id.Value,
            Version = seen + 1,
            Text = text,
            Before = before,
            By = by,
            At = clock.GetUtcNow(),
        };
        database.TurnRevisions.Add(revision);
        if (await database.TrySaveAsync(cancellationToken))
        {
            await audit.RecordAsync(AuditAction.TranscriptCorrected, transcript.Job.Name, string.Create(CultureInfo.InvariantCulture, $"turn {turn.Id.Value}, version {revision.Version}"));
            return new(true, StateOf(revision));
        }

        await using var again = await databases.CreateDbContextAsync(cancellationToken);
        var winner = RevisionsOf(again, transcript).Where(r => r.Turn == turn.Id.Value).OrderByDescending(r => r.Version);
        return new(false, StateOf(turn, await winner.FirstOrDefaultAsync(cancellationToken)));
    }

    private static IQueryable<SpeakerNaming> NamesOf(AppDatabase database, JobRow job) => NamesOf(database, job.Name, job.CreationTime);

    private static IQueryable<SpeakerNaming> NamesOf(AppDatabase database, string jobName, DateTimeOffset jobCreated) =>
        database.SpeakerNamings.Where(n => n.JobName == jobName && n.JobCreated == jobCreated);

    private static IQueryable<TurnRevision> RevisionsOf(AppDatabase database, JobTranscript transcript) =>
        RevisionsOf(database, transcript.Job.Name, transcript.Job.Row.CreationTime, transcript.IsRedacted);

    private static IQueryable<TurnRevision> RevisionsOf(AppDatabase database, string jobName, DateTimeOffset jobCreated, bool isRedacted) =>
        database.TurnRevisions.AsNoTracking().Where(r => r.JobName == jobName && r.JobCreated == jobCreated && r.Redacted == isRedacted);

    private static TurnState StateOf(Turn turn, TurnRevision? revision) => revision is null ? TurnState.Untouched(turn.Id) : StateOf(revision);

    private static TurnState StateOf(TurnRevision revision) =>
        new(new TurnId(revision.Turn), revision.Text, revision.Version, revision.Before is not null, revision.By, revision.At);

    private static NameState StateOf(SpeakerNaming naming) => new(naming.Label, naming.Name, naming.Version, naming.By, naming.At);
}

/// <summary>A job that something is kept about.</summary>
/// <param name="Created">To the millisecond.</param>
/// <param name="Origin"><inheritdoc cref="SpeakerNaming.Origin" path="/summary"/></param>
internal sealed record EditedJob(string Name, DateTimeOffset Created, string Origin)
{
    public bool IsOf(JobRow row) => Name == row.Name && Created.ToUnixTimeMilliseconds() == row.CreationTime.ToUnixTimeMilliseconds();
}
