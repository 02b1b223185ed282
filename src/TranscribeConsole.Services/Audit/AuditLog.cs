using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Data;

namespace TranscribeConsole.Services.Audit;

/// <summary>
/// Records what people do, in the database and as events of the log. What changes something waits until it is on disk; what only reads does
/// not wait, and a database that fails does not make it fail.
/// </summary>
public sealed partial class AuditLog(
    IDbContextFactory<AppDatabase> databases, AuditOrigins origins, AuditSettings settings, TimeProvider clock, ILogger<AuditLog> logger) : BackgroundService
{
    private const int MaxWaiting = 10_000;
    private const int MaxBatch = 200;

    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxCatchUp = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<AuditAction, Action<ILogger, string, string, string, string, string, Exception?>> Events = AuditActions.All.ToDictionary(
        action => action,
        action => LoggerMessage.Define<string, string, string, string, string>(
            LogLevel.Information, new EventId((int)action, action.ToString()), "Audit: {AuditAction} by {Person} from {Address}, job {Job}: {Detail}"));

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    public bool IsOn => settings.IsOn;

    /// <summary>Records what was done, before whoever did it is told so.</summary>
    /// <param name="job">Name of the job; empty: it was about none.</param>
    /// <param name="detail">Neither text of a transcript nor a secret.</param>
    /// <param name="by">Null: who makes the request, or did it in a page.</param>
    /// <exception cref="NotRecordedException">The database fails; it is written as soon as it can be.</exception>
    public async Task RecordAsync(AuditAction action, string job = "", string detail = "", AuditOrigin? by = null)
    {
        if (!settings.IsOn) return;
        var origin = by ?? origins.Current;
        var entry = Entry(action, job, detail, origin);
        Tell(action, entry); // the log has it whatever the database does
        try
        {
            await using var database = await databases.CreateDbContextAsync();
            database.AuditEntries.Add(entry);
            await database.SaveChangesAsync(); // without the caller's token: it was done
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            Enqueue(Entry(action, job, detail, origin)); // a new one: of this one it is not known whether it was written
            throw new NotRecordedException(e);
        }
    }

    /// <summary>Records what was read. It is written soon, and at the latest when the server stops.</summary>
    /// <inheritdoc cref="RecordAsync" path="/param"/>
    public void Note(AuditAction action, string job = "", string detail = "", AuditOrigin? by = null)
    {
        if (!settings.IsOn) return;
        var entry = Entry(action, job, detail, by ?? origins.Current);
        Tell(action, entry);
        Enqueue(entry);
    }

    /// <summary>Waits until what was noted before has been written, but not for long.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!settings.IsOn || !_waiting.Writer.TryWrite(new(null, written))) return;
        try
        {
            await written.Task.WaitAsync(MaxCatchUp, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The database fails; what is there can be shown.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            var batch = new List<Waiting>();
            while (batch.Count < MaxBatch && _waiting.Reader.TryRead(out var waiting)) batch.Add(waiting);
            await WriteAsync([.. batch.Select(waiting => waiting.Entry).OfType<AuditEntry>()], stoppingToken);
            foreach (var waiting in batch) waiting.Written?.TrySetResult();
        }
    }

    private async Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        while (entries.Count > 0)
        {
            try
            {
                await using var database = await databases.CreateDbContextAsync(cancellationToken);
                database.AuditEntries.AddRange(entries);
                await database.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (Exception e) when (IsOfDatabase(e))
            {
                Log.Failed(logger, e);
            }

            await Task.Delay(RetryPause, clock, cancellationToken);
        }
    }

    private void Enqueue(AuditEntry entry)
    {
        if (!_waiting.Writer.TryWrite(new(entry, null))) Log.Lost(logger, MaxWaiting);
    }

    private static bool IsOfDatabase(Exception e) => e is not OperationCanceledException && (e is DbUpdateException || DatabaseFailure.IsOne(e));

    private AuditEntry Entry(AuditAction action, string job, string detail, AuditOrigin by) => new()
    {
        At = clock.GetUtcNow(),
        Person = by.Person,
        Action = action.Name(),
        Job = job,
        Detail = Cut(detail),
        Address = by.Address,
    };

    private static string Cut(string detail)
    {
        const int max = AuditEntry.MaxDetailLength;
        if (detail.Length <= max) return detail;
        return detail[..(char.IsHighSurrogate(detail[max - 1]) ? max - 1 : max)];
    }

    private void Tell(AuditAction action, AuditEntry entry) => Events[action](logger, entry.Action, entry.Person, entry.Address, entry.Job, entry.Detail, null);

    /// <param name="Written">Somebody waits for what came before.</param>
    private sealed record Waiting(AuditEntry? Entry, TaskCompletionSource? Written);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The audit can't be written: what was read stays in this log, is kept, and tried again.")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Error, "An entry of the audit is in this log alone: {Count} wait to be written already.")]
        public static partial void Lost(ILogger logger, int count);
    }
}
