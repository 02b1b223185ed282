using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>Saves, unless somebody else saved the same version meanwhile: false, and nothing is changed.</summary>
    /// <remarks>Of two who come at once, the key of a new row or the version of a changed one lets one through.</remarks>
    public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        const int constraint = 19;
        try
        {
            await SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException e) when (e.InnerException is SqliteException { SqliteErrorCode: constraint })
        {
            return false;
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
        modelBuilder.Entity<AccountSession>(session =>
        {
            session.HasKey(s => s.IdHash);
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
            session.HasIndex(s => s.Expires);
        });
        modelBuilder.Entity<Invitation>().HasIndex(i => i.TokenHash).IsUnique();
    }

    // SQLite has no type for times. As numbers they compare as times do, and a job's own time has no more digits.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
