using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Tests.Jobs;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

/// <summary>
/// The whole backend over HTTP with scripted recognition, and both SDK clients. Bucket <c>media</c> with <c>call.wav</c> is there.
/// </summary>
internal sealed class TranscribeServer : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly int _maxConcurrentJobs;
    private LocalAwsServer _server = null!;

    private TranscribeServer(int maxConcurrentJobs) => _maxConcurrentJobs = maxConcurrentJobs;

    public ScriptedTranscriber Transcriber { get; } = new();

    public Uri BaseAddress => _server.BaseAddress;

    public IAmazonS3 S3 { get; private set; } = null!;

    public IAmazonTranscribeService Transcribe { get; private set; } = null!;

    public static async Task<TranscribeServer> StartAsync(int maxConcurrentJobs = 250)
    {
        var server = new TranscribeServer(maxConcurrentJobs);
        await server.OpenAsync();
        await server.S3.PutBucketAsync("media");
        await server.S3.PutObjectAsync(new PutObjectRequest { BucketName = "media", Key = "call.wav", ContentBody = "RIFF" });
        return server;
    }

    /// <summary>Stops this backend and starts a second one on the same directory, on another port.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public static StartTranscriptionJobRequest Request(string name) => new()
    {
        TranscriptionJobName = name,
        LanguageCode = LanguageCode.EnUS,
        Media = new Media { MediaFileUri = "s3://media/call.wav" },
    };

    public async Task<TranscriptionJob> GetAsync(string name) =>
        (await Transcribe.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = name })).TranscriptionJob!;

    public async Task<TranscriptionJob> FinishedAsync(string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var job = await GetAsync(name);
            if (job.TranscriptionJobStatus == TranscriptionJobStatus.COMPLETED || job.TranscriptionJobStatus == TranscriptionJobStatus.FAILED) return job;
            await Task.Delay(20, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _directory.Dispose();
    }

    private async Task OpenAsync()
    {
        var options = new LocalAwsOptions { DataDirectory = _directory.Path, Port = 0, MaxConcurrentJobs = _maxConcurrentJobs };
        _server = new LocalAwsServer(Options.Create(options), NullLoggerFactory.Instance, TimeProvider.System)
        {
            Configure = services => services.AddSingleton<IMediaTranscriber>(Transcriber),
        };
        await _server.StartAsync(CancellationToken.None);
        var credentials = new BasicAWSCredentials(_server.AccessKeyId, _server.SecretAccessKey);
        var address = _server.BaseAddress.ToString();
        S3 = new AmazonS3Client(credentials, new AmazonS3Config { ServiceURL = address, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
        Transcribe = new AmazonTranscribeServiceClient(
            credentials, new AmazonTranscribeServiceConfig { ServiceURL = address, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
    }

    private async Task CloseAsync()
    {
        S3.Dispose();
        Transcribe.Dispose();
        await _server.StopAsync(CancellationToken.None);
    }
}
