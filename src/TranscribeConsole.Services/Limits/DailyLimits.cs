using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TranscribeConsole.Data;

namespace TranscribeConsole.Services.Limits;

/// <param name="UploadBytes">0: no limit.</param>
/// <param name="Jobs">0: no limit.</param>
public sealed record DailySettings(long UploadBytes, int Jobs);

/// <summary>How much each person may upload, and how many jobs start, in a day of UTC. It is counted in the database, before it is done.</summary>
public sealed class DailyLimits(IDbContextFactory<AppDatabase> databases, DailySettings settings, TimeProvider clock)
{
    private const int KeptDays = 7;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <returns>Why there may be no such upload today, with limit, use and when the day is over; null: it is counted.</returns>
    public Task<string?> TakeUploadAsync(string person, long bytes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return settings.UploadBytes == 0 ? Task.FromResult<string?>(null) : TakeAsync(person, use =>
        {
            if (bytes > settings.UploadBytes - use.UploadedBytes)
                return Sentence($"You may upload {settings.UploadBytes:N0} bytes a day and have used {use.UploadedBytes:N0} of them; this file has {bytes:N0}.");
            use.UploadedBytes += bytes;
            return null;
        }, cancellationToken);
    }

    /// <returns>Why no further job may be started today; null: it is counted.</returns>
    public Task<string?> TakeJobAsync(string person, CancellationToken cancellationToken) => settings.Jobs == 0 ? Task.FromResult<string?>(null) : TakeAsync(person, use =>
    {
        if (use.Jobs >= settings.Jobs) return Sentence($"You may start {settings.Jobs:N0} jobs a day and have started {use.Jobs:N0} today.");
        use.Jobs++;
        return null;
    }, cancellationToken);

    /// <summary>An upload that was counted was not begun.</summary>
    public Task GiveBackUploadAsync(string person, long bytes) => settings.UploadBytes == 0 ? Task.CompletedTask : GiveBackAsync(person, use => use.UploadedBytes = Math.Max(0, use.UploadedBytes - bytes));

    /// <summary>A job that was counted was not started.</summary>
    public Task GiveBackJobAsync(string person) => settings.Jobs == 0 ? Task.CompletedTask : GiveBackAsync(person, use => use.Jobs = Math.Max(0, use.Jobs - 1));

    private async Task<string?> TakeAsync(string person, Func<DailyUse, string?> take, CancellationToken cancellationToken)
    {
        var today = Today();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(cancellationToken); // of two who come at once the second sees what the first has taken
        var use = await database.DailyUses.SingleOrDefaultAsync(u => u.Person == person && u.Day == today, cancellationToken);
        if (use is null)
        {
            await database.DailyUses.Where(u => u.Day < today - KeptDays).ExecuteDeleteAsync(cancellationToken);
            database.DailyUses.Add(use = new DailyUse { Person = person, Day = today });
        }

        if (take(use) is { } refusal) return refusal;
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private async Task GiveBackAsync(string person, Action<DailyUse> change)
    {
        var today = Today();
        await using var database = await databases.CreateDbContextAsync();
        await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
        if (await database.DailyUses.SingleOrDefaultAsync(u => u.Person == person && u.Day == today) is not { } use) return; // counted yesterday
        change(use);
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private long Today() => (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / Day.Ticks;

    private string Sentence(FormattableString use)
    {
        var anew = DateTimeOffset.UnixEpoch + (Day * (Today() + 1));
        return $"{use.ToString(CultureInfo.InvariantCulture)} The count starts anew at {anew.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. An administrator can raise the limit.";
    }
}
