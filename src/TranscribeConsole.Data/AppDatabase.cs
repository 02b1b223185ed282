using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TranscribeConsole.Data;

/// <summary>The application's own database: what people add to jobs and the service does not keep, and who may sign in.</summary>
public sealed class AppDatabase(DbContextOptions<AppDatabase> options) : DbContext(options)
{
    public DbSet<SpeakerNaming> SpeakerNamings => Set<SpeakerNaming>();

    public DbSet<TurnRevision> TurnRevisions => Set<TurnRevision>();

    public DbSet<JobOwner> JobOwners => Set<JobOwner>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<ShareLink> ShareLinks => Set<ShareLink>();

    public DbSet<DailyUse> DailyUses => Set<DailyUse>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Saves, unless somebody else saved the same version meanwhile: false, and nothing is changed.</summary>
    /// <remarks>Of two who come at once, the key of a new row or the version of a changed one lets one through.</remarks>
    public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException e) when (IsDuplicate(e.InnerException))
        {
            return false;
        }
    }

    /// <summary>Begins a transaction that only one writer is in at a time: what it has read is still so when it commits.</summary>
    /// <remarks>So are SQLite's. PostgreSQL's are made so by a lock that goes with the transaction: theirs let two read the same state and both write.</remarks>
    public async Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(cancellationToken);
        if (Database.IsSqlite()) return transaction;
        try
        {
            await Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7245909830112002)", cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<SpeakerNaming>(naming =>
        {
            naming.HasKey(n => new { n.JobName, n.JobCreated, n.Label });
            naming.Property(n => n.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<JobOwner>().HasKey(o => new { o.JobName, o.JobCreated });
        modelBuilder.Entity<TurnRevision>().HasKey(r => new { r.JobName, r.JobCreated, r.Redacted, r.Turn, r.Version });
        modelBuilder.Entity<Account>().HasIndex(a => a.NormalizedName).IsUnique();
        modelBuilder.Entity<Account>().HasIndex(a => new { a.Issuer, a.Subject }).IsUnique();
        modelBuilder.Entity<AccountSession>(session =>
        {
            session.HasKey(s => s.IdHash);
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
            session.HasIndex(s => s.Expires);
        });
        modelBuilder.Entity<Invitation>().HasIndex(i => i.TokenHash).IsUnique();
        modelBuilder.Entity<PasswordLink>(link =>
        {
            link.HasKey(l => l.TokenHash);
            link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
        });
        modelBuilder.Entity<ShareLink>(link =>
        {
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasIndex(l => new { l.JobName, l.JobCreated });
            link.HasOne<Account>().WithMany().HasForeignKey(l => l.CreatedBy);
        });
        modelBuilder.Entity<DailyUse>().HasKey(use => new { use.Person, use.Day });
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            // Each filter of the page begins one: a page of rows is found without looking at the others.
            entry.HasIndex(e => e.At);
            entry.HasIndex(e => new { e.Person, e.At });
            entry.HasIndex(e => new { e.Action, e.At });
            entry.HasIndex(e => new { e.Job, e.At });
        });
    }

    /// <summary>Begins a change and gives it up: throws what any change would meet.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken); // of SQLite: the right to write
        await Database.ExecuteSqlRawAsync("UPDATE \"DailyUses\" SET \"Jobs\" = \"Jobs\" WHERE 1 = 0", cancellationToken); // no row; refused where a change would be
    }

    // SQLite and the SQL standard each have their own word for a key that is there already.
    private static bool IsDuplicate(Exception? exception)
    {
        const int primaryKey = 1555;
        const int unique = 2067;
        const string uniqueViolation = "23505";
        return exception is SqliteException { SqliteExtendedErrorCode: primaryKey or unique } or DbException { SqlState: uniqueViolation };
    }

    // SQLite has no type for times. As numbers they compare as times do, and a job's own time has no more digits.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        if (!Database.IsSqlite()) configurationBuilder.Properties<string>().UseCollation("C"); // compared and sorted as in SQLite, whatever the server's language
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
