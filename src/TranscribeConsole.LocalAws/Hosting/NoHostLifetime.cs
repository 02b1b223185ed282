using Microsoft.Extensions.Hosting;

namespace TranscribeConsole.LocalAws.Hosting;

/// <summary>Listens to no signal: on SIGTERM the outer application first ends its requests, which need this one.</summary>
internal sealed class NoHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
