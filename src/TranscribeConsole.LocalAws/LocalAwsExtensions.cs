using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TranscribeConsole.LocalAws;

public static class LocalAwsExtensions
{
    /// <summary>
    /// Runs the embedded backend with the host: it listens before the host's own server does and stops after it. Settings are those of
    /// section <c>LocalAws</c>; <see cref="LocalAwsServer"/> tells the address and the keys.
    /// </summary>
    public static IServiceCollection AddLocalAws(this IServiceCollection services)
    {
        services.AddOptions<LocalAwsOptions>()
            .BindConfiguration(LocalAwsOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LocalAwsServer>();
        services.AddHostedService(provider => provider.GetRequiredService<LocalAwsServer>());
        return services;
    }
}
