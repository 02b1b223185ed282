using Microsoft.AspNetCore.Hosting.Server;

namespace TranscribeConsole.Web.Composition;

/// <summary>Says on standard output where the page is, once it can be used: every service started, Blazor's script served with its bytes.</summary>
internal sealed class ReadyLine(IServer server, PageScript script) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await script.FaultAsync(cancellationToken) is { } fault) throw new StartFailedException(fault);
        await Console.Out.WriteLineAsync($"TranscribeConsole is ready: {server.ListeningAddress()}".AsMemory(), cancellationToken);
        await Console.Out.FlushAsync(cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
