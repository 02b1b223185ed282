using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;

namespace TranscribeConsole.Services.Audit;

/// <summary>Reads the audit, newest first.</summary>
public sealed class AuditTrail(IDbContextFactory<AppDatabase> databases, AuditLog log)
{
    public const int PageSize = 50;

    private const int Chunk = 1_000;

    /// <summary>A page of what the filter lets through.</summary>
    /// <param name="after">Where the page before ended; null: the first one.</param>
    public async Task<AuditPage> PageAsync(AuditFilter filter, AuditPosition? after, CancellationToken cancellationToken)
    {
        await log.CatchUpAsync(cancellationToken);
        var entries = await ReadAsync(filter, after, PageSize + 1, cancellationToken);
        return entries.Count > PageSize ? new([.. entries.Take(PageSize)], AuditPosition.Of(entries[PageSize - 1])) : new(entries, null);
    }

    /// <summary>All that the filter lets through, a thousand at a time: no transaction stays open for a slow reader.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await log.CatchUpAsync(cancellationToken);
        AuditPosition? after = null;
        while (true)
        {
            var entries = await ReadAsync(filter, after, Chunk, cancellationToken);
            foreach (var entry in entries) yield return entry;
            if (entries.Count < Chunk) yield break;
            after = AuditPosition.Of(entries[^1]);
        }
    }

    private async Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditFilter filter, AuditPosition? after, int count, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var entries = database.AuditEntries.AsNoTracking();
        if (filter.Person is { Length: > 0 } person) entries = entries.Where(e => e.Person == person);
        if (filter.Action is { Length: > 0 } action) entries = entries.Where(e => e.Action == action);
        if (filter.Job is { Length: > 0 } job) entries = entries.Where(e => e.Job == job);
        if (filter.From is { } from) entries = entries.Where(e => e.At >= from);
        if (filter.Before is { } before) entries = entries.Where(e => e.At < before);
        // The first half of the condition is what an index can use.
        if (after is { At: var at, Id: var id }) entries = entries.Where(e => e.At <= at && (e.At < at || e.Id < id));
        return await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(count).ToListAsync(cancellationToken);
    }
}

/// <summary>What of the audit is asked for; null: all of it.</summary>
/// <param name="Person">Sign-in name in lower case.</param>
/// <param name="Action">Name of an action.</param>
/// <param name="Before">Exclusive.</param>
public sealed record AuditFilter(string? Person = null, string? Action = null, string? Job = null, DateTimeOffset? From = null, DateTimeOffset? Before = null);

/// <param name="Next">Where the next page goes on; null: this is the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, AuditPosition? Next);

/// <summary>A place in the audit that stays the same however much is added.</summary>
public sealed record AuditPosition(DateTimeOffset At, long Id)
{
    public static AuditPosition? Parse(string? text) =>
        text?.Split('-') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), number)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Id}");

    internal static AuditPosition Of(AuditEntry entry) => new(entry.At, entry.Id);
}
