using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TranscribeConsole.Services.Audit;

public static class AuditExtensions
{
    /// <summary>Registers the audit. The composition adds the database and, where scopes have people of their own, <see cref="IAuditSource"/>.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services, AuditSettings settings)
    {
        services.AddSingleton(settings).AddSingleton<AuditOrigins>().AddSingleton<AuditLog>().AddSingleton<AuditVisits>().AddSingleton<AuditTrail>().AddScoped<Auditor>();
        services.TryAddScoped<IAuditSource>(provider => provider.GetRequiredService<AuditOrigins>());
        if (!settings.IsOn) return services;
        services.AddHostedService(provider => provider.GetRequiredService<AuditLog>());
        return services.AddSingleton<AuditRetention>().AddHostedService<LateStart<AuditRetention>>();
    }
}
