using Microsoft.AspNetCore.Components.Server.Circuits;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security.Auditing;

internal static class AuditComposition
{
    /// <summary>Records what people do where they sign in, and elsewhere when a setting says so.</summary>
    public static void AddAuditing(this WebApplicationBuilder builder)
    {
        var audit = builder.Configuration.GetSection(AuditOptions.Section).Get<AuditOptions>() ?? new();
        var security = builder.Configuration.GetSection(SecurityOptions.Section).Get<SecurityOptions>() ?? new();
        builder.Services.AddAudit(new AuditSettings(security.Mode != SecurityMode.None || audit.WithoutSignIn, audit.RetentionDays));
        builder.Services.AddScoped<IAuditSource, AuditSource>().AddScoped<CircuitHandler, AuditCircuit>();
    }
}
