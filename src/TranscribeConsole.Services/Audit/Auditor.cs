using System.Collections.Concurrent;

namespace TranscribeConsole.Services.Audit;

/// <summary>Notes what the person of one request or circuit reads, once a visit: a page asks for the same job many times, and a player for every range of it.</summary>
public sealed class Auditor(AuditLog log, AuditVisits visits, IAuditSource source)
{
    /// <summary>Notes it unless the same person did the same a short while ago.</summary>
    public async ValueTask VisitAsync(AuditAction action, string job)
    {
        if (!log.IsOn) return;
        var by = await source.GetAsync();
        if (visits.Begins(by, action, job)) log.Note(action, job, by: by);
    }

    /// <summary>Notes it each time.</summary>
    public async ValueTask NoteAsync(AuditAction action, string job, string detail)
    {
        if (log.IsOn) log.Note(action, job, detail, await source.GetAsync());
    }

    /// <summary>Records what was done, before it is acknowledged.</summary>
    public async Task RecordAsync(AuditAction action, string job, string detail = "")
    {
        if (log.IsOn) await log.RecordAsync(action, job, detail, await source.GetAsync());
    }
}

/// <summary>Who reads what at the moment. A visit ends with a quarter of an hour in which nothing was asked for.</summary>
public sealed class AuditVisits(TimeProvider clock)
{
    private static readonly TimeSpan Tidying = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(AuditOrigin By, AuditAction Action, string Job), DateTimeOffset> _last = new();
    private long _tidied = clock.GetTimestamp();

    /// <summary>Whether a visit begins; one that goes on is prolonged.</summary>
    internal bool Begins(AuditOrigin by, AuditAction action, string job)
    {
        var (now, begins) = (clock.GetUtcNow(), true);
        _last.AddOrUpdate((by, action, job), now, (_, last) =>
        {
            begins = now - last >= Gap;
            return now;
        });
        Tidy(now);
        return begins;
    }

    private void Tidy(DateTimeOffset now)
    {
        var tidied = Interlocked.Read(ref _tidied);
        if (clock.GetElapsedTime(tidied) < Tidying || Interlocked.CompareExchange(ref _tidied, clock.GetTimestamp(), tidied) != tidied) return;
        foreach (var (visit, last) in _last)
            if (now - last >= Gap) _last.TryRemove(KeyValuePair.Create(visit, last));
    }
}
