using Microsoft.EntityFrameworkCore;

namespace TranscribeConsole.OidcServer;

/// <summary>Clients, and the codes that were given out: each is taken once.</summary>
internal sealed class ProviderDatabase(DbContextOptions<ProviderDatabase> options) : DbContext(options);
