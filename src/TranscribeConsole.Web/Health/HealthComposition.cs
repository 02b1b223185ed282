using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using TranscribeConsole.Web.Composition;

namespace TranscribeConsole.Web.Health;

internal static class HealthComposition
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PageScript>();
        builder.Services.AddHttpClient(nameof(PageScript), client => client.Timeout = Timeout);
        builder.Services.AddHealthChecks()
            .AddCheck<AppDataCheck>("app-data", timeout: Timeout)
            .AddCheck<PageScriptCheck>("page-script", timeout: Timeout)
            .AddCheck<S3Check>("s3", timeout: Timeout)
            .AddCheck<TranscribeCheck>("transcribe", timeout: Timeout);
    }

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: people can work; 503 when they can't.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthAnswer.WriteAsync });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync });
    }
}
