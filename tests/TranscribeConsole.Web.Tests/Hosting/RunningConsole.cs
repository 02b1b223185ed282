using Amazon.S3;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>The whole console with its local backend, on free ports and a data directory of its own.</summary>
public sealed class RunningConsole : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string[] _further;
    private WebApplication? _app;

    public RunningConsole() : this([])
    {
    }

    internal RunningConsole(params string[] further) => _further = further;

    /// <summary>What a test changes in the application before it starts.</summary>
    internal Action<IServiceProvider>? BeforeStart { get; init; }

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public IAmazonS3 S3 => Services.GetRequiredService<IAmazonS3>();

    public string DataDirectory => _directory.Path;

    public async Task InitializeAsync()
    {
        _app = Program.Create(Arguments(_directory.Path, _further));
        BeforeStart?.Invoke(_app.Services);
        await _app.StartAsync();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>A browser as far as HTTP goes: keeps cookies, sends its origin and the antiforgery token.</summary>
    public Task<ConsoleClient> OpenAsync() => ConsoleClient.OpenAsync(Address);

    public static string[] Arguments(string dataDirectory, params string[] further) =>
        ["--Urls=http://127.0.0.1:0", "--LocalAws:Port=0", $"--App:DataDirectory={dataDirectory}", .. further];

    public async Task DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _directory.Dispose();
    }
}
