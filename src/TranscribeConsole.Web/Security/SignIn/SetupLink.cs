using Microsoft.AspNetCore.Hosting.Server;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Composition;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>Where nobody can administer accounts yet, says after the ready line where the first administrator is made.</summary>
internal sealed partial class SetupLink(IServer server, FirstAdministrator first, ILogger<SetupLink> logger) : IHostedLifecycleService
{
    public const string Path = "setup";

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await first.OfferAsync(cancellationToken) is not { } token) return;
        var link = new Uri(server.LoopbackAddress(), $"{Path}/{token}");
        await Console.Out.WriteLineAsync($"Make the first administrator at {link}".AsMemory(), cancellationToken);
        await Console.Out.FlushAsync(cancellationToken);
        Log.Offered(logger);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        // Without the link: logs are kept, and read by many.
        [LoggerMessage(LogLevel.Warning, "There is no administrator yet. The standard output has the link with which the first one is made; behind a reverse proxy, take the proxy's address with its path.")]
        public static partial void Offered(ILogger logger);
    }
}
