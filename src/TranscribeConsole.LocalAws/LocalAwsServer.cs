using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TranscribeConsole.LocalAws.Hosting;
using TranscribeConsole.LocalAws.Jobs;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.S3;
using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Sts;
using TranscribeConsole.LocalAws.Transcribe;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws;

/// <summary>The embedded backend: S3, Transcribe and STS on one address, in a web application of its own.</summary>
public sealed partial class LocalAwsServer(IOptions<LocalAwsOptions> options, ILoggerFactory loggers, TimeProvider time, IMeterFactory? meters = null)
    : IHostedService, IAsyncDisposable
{
    private readonly ILogger _logger = loggers.CreateLogger<LocalAwsServer>();
    private DataDirectory? _directory;
    private WebApplication? _app;

    /// <summary>Where it listens, for example <c>http://127.0.0.1:4566/</c>; known once it has started.</summary>
    /// <exception cref="InvalidOperationException">It has not started.</exception>
    public Uri BaseAddress => Services.GetRequiredService<LocalAwsAddress>().BaseAddress;

    /// <summary>Id of the user's key; the same at every start.</summary>
    public string AccessKeyId => Services.GetRequiredService<CredentialStore>().User.Id;

    /// <summary>Secret of the user's key.</summary>
    public string SecretAccessKey => Services.GetRequiredService<CredentialStore>().User.Secret;

    /// <summary>Changes the services before they are built; tests put a scripted transcriber in the place of recognition.</summary>
    internal Action<IServiceCollection>? Configure { get; init; }

    /// <summary>The rooms' own services.</summary>
    internal IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("The local backend has not started yet.");

    /// <summary>Listens when it returns.</summary>
    /// <exception cref="LocalAwsStartException">The port or the data directory cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        try
        {
            _directory = DataDirectory.Open(settings.DataDirectory);
            _app = Build(settings, ListenAddress(settings));
            await PrepareAsync(_app.Services, cancellationToken);
            var address = _app.Services.GetRequiredService<LocalAwsAddress>();
            if (settings.Port != 0) address.BaseAddress = Reachable(new Uri($"http://{new IPEndPoint(ListenAddress(settings), settings.Port)}"));
            await _app.StartAsync(cancellationToken); // a request may arrive before this returns
            address.BaseAddress = Reachable(BoundAddress(_app));
        }
        catch (Exception e)
        {
            await StopAsync(CancellationToken.None); // not only disposed: what runs already would take that for a fault and log it
            if (Explain(e, settings) is { } sentence) throw new LocalAwsStartException(sentence, e);
            throw;
        }

        Log.Listening(_logger, BaseAddress, _directory.Path);
    }

    /// <summary>Lets the requests under way end, as long as the token permits, then closes storage.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_app is not null) await _app.StopAsync(cancellationToken);
        }
        finally
        {
            await DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _app = null;
        _directory?.Dispose(); // last: another process may open it from here on
        _directory = null;
    }

    // An empty builder: no settings file, environment variable or argument of the outer application reaches this one.
    private WebApplication Build(LocalAwsOptions settings, IPAddress address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(LocalAwsServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(address, settings.Port);
            KestrelLimits.Apply(kestrel);
        });
        builder.Services
            .AddSingleton<ILoggerFactory>(new QuietLoggerFactory(loggers))
            .AddSingleton<IHostLifetime, NoHostLifetime>()
            .AddSingleton<IMemoryPoolFactory<byte>, ConnectionBuffers>()
            .AddSingleton(settings)
            .AddSingleton(time)
            .AddSingleton(_ => new LocalAwsMeter(meters))
            .AddBackendDiagnostics()
            .AddSingleton<LocalAwsAddress>()
            .AddSingleton(_ => LocalDatabase.Open(settings.DataDirectory))
            .AddSingleton<RequestPipeline>()
            .AddStorage()
            .AddSigning()
            .AddRecognition()
            .AddVocabularies()
            .AddJobs()
            .AddTranscribe()
            .AddSts()
            .AddS3(); // last: S3 takes every request that no other protocol takes
        Configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.Run(app.Services.GetRequiredService<RequestPipeline>().InvokeAsync);
        return app;
    }

    private async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<CredentialStore>();
        _ = services.GetRequiredService<JobQueueMetrics>();
        var swept = await services.PrepareStorageAsync(cancellationToken);
        if (swept > 0) Log.Swept(_logger, swept);
    }

    private static IPAddress ListenAddress(LocalAwsOptions settings) => IPAddress.TryParse(settings.Address, out var address)
        ? address
        : throw new LocalAwsStartException($"LocalAws:Address is '{settings.Address}'; it must be an IP address, for example 127.0.0.1.");

    private static Uri BoundAddress(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    // "Every address" is none that a client could call; loopback is among them.
    private static Uri Reachable(Uri bound)
    {
        var host = bound.Host switch { "0.0.0.0" => "127.0.0.1", "[::]" => "[::1]", var other => other };
        return new UriBuilder(bound) { Host = host }.Uri;
    }

    private static string? Explain(Exception e, LocalAwsOptions settings) => e switch
    {
        { InnerException: AddressInUseException } or AddressInUseException =>
            $"Port {settings.Port} on {settings.Address} is in use by another program; choose another with LocalAws:Port.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"Port {settings.Port} on {settings.Address} needs privileges this process does not have; choose another with LocalAws:Port.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            $"LocalAws:Address {settings.Address} is not an address of this machine.",
        UnauthorizedAccessException => $"LocalAws:DataDirectory '{settings.DataDirectory}' cannot be used: {e.Message}",
        InvalidDataException => e.Message,
        _ when StorageErrors.IsDiskFull(e) => $"The disk that holds LocalAws:DataDirectory '{settings.DataDirectory}' is full; free some space and start again.",
        _ when StorageErrors.IsReadOnly(e) => $"The disk that holds LocalAws:DataDirectory '{settings.DataDirectory}' is read-only; mount it for writing and start again.",
        SqliteException => $"The database in LocalAws:DataDirectory '{settings.DataDirectory}' cannot be used: {e.Message}",
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The local backend listens on {Address}, data in {DataDirectory}.")]
        public static partial void Listening(ILogger logger, Uri address, string dataDirectory);

        [LoggerMessage(LogLevel.Information, "Removed {Count} files that an interrupted run had left.")]
        public static partial void Swept(ILogger logger, int count);
    }
}
