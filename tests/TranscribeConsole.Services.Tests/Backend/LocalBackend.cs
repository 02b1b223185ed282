using System.Diagnostics;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TranscribeConsole.Data.Tests.Databases;
using TranscribeConsole.LocalAws;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Services.Tests.Backend;

/// <summary>A real backend on a free port with its recogniser, and the service layer over it, composed as the application composes it.</summary>
public sealed class LocalBackend : IAsyncLifetime
{
    public const string Sentence = "the weather is nice today and we will go for a walk in the park";

    private readonly string _directory = Directory.CreateTempSubdirectory("services").FullName;
    private readonly SqliteTestDatabase _shared = new();
    private readonly List<ServiceProvider> _composed = [];
    private readonly HashSet<TestDatabase> _databases = [];
    private LocalAwsServer _server = null!;

    public string DataDirectory => Path.Combine(_directory, "data");

    public IServiceProvider Services { get; private set; } = null!;

    public IAmazonS3 S3 => Services.GetRequiredService<IAmazonS3>();

    public TranscriptionJobs Jobs => Services.GetRequiredService<TranscriptionJobs>();

    public AwsConnection Connection => Services.GetRequiredService<AwsConnection>();

    public async Task InitializeAsync()
    {
        var options = Options.Create(new LocalAwsOptions { DataDirectory = DataDirectory, Port = 0 });
        _server = new LocalAwsServer(options, NullLoggerFactory.Instance, TimeProvider.System);
        await _server.StartAsync(CancellationToken.None);
        Services = Compose();
        await S3.PutBucketAsync("media");
        await S3.PutObjectAsync(new() { BucketName = "media", Key = "silence.wav", FilePath = await MakeAsync("silence.wav", "anullsrc=r=16000:cl=mono:d=1") });
        await S3.PutObjectAsync(new()
        { BucketName = "media", Key = "speech.wav", FilePath = await MakeAsync("speech.wav", $"flite=text='{Sentence}':voice=rms") });
    }

    /// <summary>A service layer of its own, with another clock or connection, or with more services; disposed with the backend.</summary>
    /// <param name="database">Disposed with the backend; null: the one that all share.</param>
    public IServiceProvider Compose(TimeProvider? clock = null, Func<AwsConnection, AwsConnection>? change = null, Action<IServiceCollection>? add = null, TestDatabase? database = null)
    {
        if (database is null) database = _shared;
        else _databases.Add(database);
        var connection = new AwsConnection
        {
            Region = RegionEndpoint.USEast1,
            Credentials = new BasicAWSCredentials(_server.AccessKeyId, _server.SecretAccessKey),
            S3ServiceUrl = _server.BaseAddress,
            TranscribeServiceUrl = _server.BaseAddress,
        };
        var collection = database.AddTo(new ServiceCollection())
            .AddLogging()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(change?.Invoke(connection) ?? connection)
            .AddSingleton(new BackendCapabilities { Name = "Test", Region = "us-east-1", Engine = new("Test engine") })
            .AddSingleton(new UploadTarget("uploads", CreateBucket: true, "in/"))
            .AddAudit(new AuditSettings(false, 365))
            .AddTranscribeServices();
        add?.Invoke(collection);
        var services = collection.BuildServiceProvider();
        _composed.Add(services);
        database.Open(services);
        return services;
    }

    /// <summary>Starts a job on media in the bucket <c>media</c> and waits for its end.</summary>
    public async Task<JobDetails> RunAsync(JobForm form)
    {
        await Jobs.StartAsync(form, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var job = await Jobs.FindAsync(form.Name, limit.Token);
            if (job!.Status.IsTerminal()) return job;
            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>A form that passes its checks, under a name that no other test has.</summary>
    public static JobForm Form(string key = "silence.wav") => new() { Name = $"job-{Guid.NewGuid():n}", MediaUri = $"s3://media/{key}" };

    public async Task DisposeAsync()
    {
        foreach (var services in _composed) await services.DisposeAsync();
        await _server.StopAsync(CancellationToken.None);
        foreach (var database in _databases) database.Dispose();
        _shared.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task<string> MakeAsync(string name, string source)
    {
        var path = Path.Combine(_directory, name);
        using var ffmpeg = Process.Start("ffmpeg", ["-nostdin", "-v", "error", "-f", "lavfi", "-i", source, path]);
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
        return path;
    }
}

[CollectionDefinition(Name)]
public sealed class OnLocalBackend : ICollectionFixture<LocalBackend>
{
    public const string Name = "Local backend";
}
