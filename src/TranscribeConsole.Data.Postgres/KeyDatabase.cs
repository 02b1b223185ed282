using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace TranscribeConsole.Data.Postgres;

/// <summary>The keys of cookies and tokens, in the database that the instances share: what one protects, the others understand.</summary>
/// <remarks>A context of its own, because with SQLite the keys are files and <see cref="AppDatabase"/> has no such table.</remarks>
public sealed class KeyDatabase(DbContextOptions<KeyDatabase> options) : DbContext(options), IDataProtectionKeyContext
{
    private const string History = "__KeyMigrationsHistory";

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>How a context reaches the database.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(KeyDatabase).Assembly).MigrationsHistoryTable(History));
    }
}
