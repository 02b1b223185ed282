using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TranscribeConsole.Data.Postgres;

/// <summary>For <c>dotnet ef migrations add</c>, which reads the model and connects to nothing.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDatabase>, IDesignTimeDbContextFactory<KeyDatabase>
{
    private const string Nowhere = "Host=localhost;Database=none";

    AppDatabase IDesignTimeDbContextFactory<AppDatabase>.CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDatabase>();
        PostgresDatabase.Configure(options, Nowhere);
        return new AppDatabase(options.Options);
    }

    KeyDatabase IDesignTimeDbContextFactory<KeyDatabase>.CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<KeyDatabase>();
        KeyDatabase.Configure(options, Nowhere);
        return new KeyDatabase(options.Options);
    }
}
