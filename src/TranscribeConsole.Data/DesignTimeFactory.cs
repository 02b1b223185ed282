using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TranscribeConsole.Data;

/// <summary>For <c>dotnet ef migrations add</c>, which reads the model and opens no file.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDatabase>
{
    public AppDatabase CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDatabase>();
        AppDatabaseFile.Configure(options, Path.GetTempPath());
        return new AppDatabase(options.Options);
    }
}
