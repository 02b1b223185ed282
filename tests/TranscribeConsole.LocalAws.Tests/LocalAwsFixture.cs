using Amazon.Runtime;
using Amazon.S3;
using Amazon.TranscribeService;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace TranscribeConsole.LocalAws.Tests;

/// <summary>The whole backend on a free port, over a directory of its own.</summary>
public sealed class LocalAwsFixture : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private int _buckets;

    public LocalAwsServer Server { get; private set; } = null!;

    public IAmazonS3 S3 { get; private set; } = null!;

    public string DataDirectory => _directory.Path;

    public async Task InitializeAsync()
    {
        Server = NewServer(_directory.Path);
        await Server.StartAsync(CancellationToken.None);
        S3 = NewS3(Server);
    }

    public async Task DisposeAsync()
    {
        S3.Dispose();
        await Server.StopAsync(CancellationToken.None);
        _directory.Dispose();
    }

    public static LocalAwsServer NewServer(string dataDirectory, int port = 0) => new(
        Options.Create(new LocalAwsOptions { DataDirectory = dataDirectory, Port = port }), NullLoggerFactory.Instance, TimeProvider.System);

    /// <summary>A client of its own, with the user's key.</summary>
    public static AmazonS3Client NewS3(LocalAwsServer server) => new(
        new BasicAWSCredentials(server.AccessKeyId, server.SecretAccessKey),
        new AmazonS3Config { ServiceURL = server.BaseAddress.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    public AmazonTranscribeServiceClient NewTranscribe() => NewTranscribe(Server);

    public static AmazonTranscribeServiceClient NewTranscribe(LocalAwsServer server) => new(
        new BasicAWSCredentials(server.AccessKeyId, server.SecretAccessKey),
        new AmazonTranscribeServiceConfig { ServiceURL = server.BaseAddress.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    /// <summary>A bucket that no other test has.</summary>
    public async Task<string> NewBucketAsync()
    {
        var bucket = $"bucket-{Interlocked.Increment(ref _buckets)}-{Guid.NewGuid():n}";
        await S3.PutBucketAsync(bucket);
        return bucket;
    }

    internal T Get<T>() where T : notnull => Server.Services.GetRequiredService<T>();
}
