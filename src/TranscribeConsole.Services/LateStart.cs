using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TranscribeConsole.Services;

/// <summary>
/// Runs a background service that is constructed when its turn to start comes. The host constructs all of its services before it starts
/// the first one; a service with an SDK client would then ask for the address of a backend that does not listen yet.
/// </summary>
/// <param name="provider">Has <typeparamref name="T"/> as a singleton.</param>
public sealed class LateStart<T>(IServiceProvider provider) : BackgroundService where T : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var service = provider.GetRequiredService<T>();
        await service.StartAsync(stoppingToken);
        await (service.ExecuteTask ?? Task.CompletedTask);
    }
}
