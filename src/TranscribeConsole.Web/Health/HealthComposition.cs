using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using TranscribeConsole.Web.Composition;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Health;

internal static class HealthComposition
{
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PageScript>();
        builder.Services.AddHttpClient(nameof(PageScript), client => client.Timeout = Timeout);
        builder.Services.AddSingleton<DatabaseCheck>().AddSingleton<RecentAnswer<DatabaseCheck>>();
        builder.Services.AddSingleton<S3Check>().AddSingleton<RecentAnswer<S3Check>>();
        builder.Services.AddSingleton<TranscribeCheck>().AddSingleton<RecentAnswer<TranscribeCheck>>();
        builder.Services.AddHealthChecks()
            .AddTypeActivatedCheck<DirectoryCheck>("app-data", failureStatus: null, tags: [], Timeout, args: DirectoryOf(builder, AppOptions.Section))
            .AddCheck<RecentAnswer<DatabaseCheck>>("database", timeout: Timeout)
            .AddCheck<PageScriptCheck>("page-script", timeout: Timeout)
            .AddCheck<RecentAnswer<S3Check>>("s3", timeout: Timeout)
            .AddCheck<RecentAnswer<TranscribeCheck>>("transcribe", timeout: Timeout);
    }

    /// <summary>Arguments of a <see cref="DirectoryCheck"/> for the section's DataDirectory.</summary>
    internal static object[] DirectoryOf(WebApplicationBuilder builder, string section)
    {
        var setting = $"{section}:{nameof(AppOptions.DataDirectory)}";
        return [setting, builder.Configuration[setting]!];
    }

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: people can work; 503 when they can't.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthAnswer.WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync }).AllowAnonymous();
    }
}
