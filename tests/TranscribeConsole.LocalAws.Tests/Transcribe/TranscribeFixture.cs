using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.LocalAws.Jobs;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.LocalAws.Tests.Jobs;
using TranscribeConsole.LocalAws.Transcribe;
using TranscribeConsole.LocalAws.Vocabularies;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

/// <summary>
/// The rooms Transcribe and Jobs over real storage, called by JSON as the protocol does but without HTTP. Bucket <c>media</c> with the
/// object <c>call.wav</c> is there. Jobs run only after <see cref="RunJobsAsync"/>.
/// </summary>
internal sealed class TranscribeFixture : IAsyncDisposable
{
    public const string Address = "http://127.0.0.1:4566/";

    private readonly TemporaryDirectory _directory = new();
    private readonly LocalAwsOptions _options;
    private ServiceProvider _services = null!;

    private TranscribeFixture(int maxConcurrentJobs) =>
        _options = new LocalAwsOptions { DataDirectory = _directory.Path, MaxConcurrentJobs = maxConcurrentJobs };

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));

    public ScriptedTranscriber Transcriber { get; } = new();

    /// <summary>While it is set, no body can be written to disk.</summary>
    public bool DiskIsFull { get; set; }

    public ObjectStore Objects => Get<ObjectStore>();

    public JobStore Jobs => Get<JobStore>();

    public static async Task<TranscribeFixture> CreateAsync(int maxConcurrentJobs = 250)
    {
        var fixture = new TranscribeFixture(maxConcurrentJobs);
        await fixture.OpenAsync();
        await fixture.Get<BucketStore>().CreateAsync("media", CancellationToken.None);
        await fixture.PutAsync("media", "call.wav", "RIFF");
        return fixture;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task RunJobsAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>()) await service.StartAsync(CancellationToken.None);
    }

    /// <summary>Stops everything and opens the same directory again, as a restart does.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public Task PutAsync(string bucket, string key, string text) =>
        Objects.PutAsync(bucket, key, "text/plain", new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None);

    /// <summary>Calls an operation with JSON; the answer is its document.</summary>
    public async Task<JsonElement> CallAsync(string operation, string json, CancellationToken cancellationToken = default) =>
        JsonDocument.Parse(await Get<OperationTable>().Find(operation)(Encoding.UTF8.GetBytes(json), cancellationToken)).RootElement;

    /// <summary>Starts a plain job; more members in JSON may follow.</summary>
    public Task<JsonElement> StartAsync(string name, string more = "") => CallAsync("StartTranscriptionJob", StartBody(name, more));

    public static string StartBody(string name, string more = "") =>
        $$$"""{"TranscriptionJobName":"{{{name}}}","LanguageCode":"en-US","Media":{"MediaFileUri":"s3://media/call.wav"}{{{more}}}}""";

    public async Task<JsonElement> GetAsync(string name) =>
        (await CallAsync("GetTranscriptionJob", $$"""{"TranscriptionJobName":"{{name}}"}""")).GetProperty("TranscriptionJob");

    /// <summary>The error that a call must end in.</summary>
    public async Task<ServiceErrorException> FailAsync(string operation, string json) =>
        await Assert.ThrowsAsync<ServiceErrorException>(() => CallAsync(operation, json));

    /// <summary>Waits for the runner to bring the job to its end.</summary>
    public async Task<StoredJob> FinishedAsync(string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (Jobs.Find(name) is { Status: JobStatus.Completed or JobStatus.Failed } job) return job;
            await Task.Delay(10, limit.Token);
        }
    }

    public async Task<string?> ReadAsync(string bucket, string key)
    {
        if (Objects.Open(bucket, key) is not { } found) return null;
        using var reader = new StreamReader(found.Body);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The text behind a <c>DownloadUri</c>; null when it is not there.</summary>
    public Task<string?> StoredTextAsync(JsonElement list)
    {
        var path = new Uri(list.GetProperty("DownloadUri").GetString()!).AbsolutePath[1..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return ReadAsync(path[..slash], path[(slash + 1)..]);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _directory.Dispose();
    }

    private async Task OpenAsync()
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(_options)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(new LocalAwsAddress { BaseAddress = new Uri(Address) })
            .AddSingleton(_ => LocalDatabase.Open(_options.DataDirectory))
            .AddSingleton<IMediaTranscriber>(Transcriber)
            .AddStorage()
            .AddSingleton(new BodyFiles(_options.DataDirectory, CreateFile, maxInRow: -1))
            .AddSigning()
            .AddVocabularies()
            .AddJobs()
            .AddTranscribe()
            .BuildServiceProvider();
        await _services.PrepareStorageAsync(CancellationToken.None);
    }

    private FileStream CreateFile(string path, long length)
    {
        if (DiskIsFull) File.CreateSymbolicLink(path, "/dev/full"); // every write to it fails with ENOSPC
        var mode = DiskIsFull ? FileMode.Open : FileMode.CreateNew;
        return new FileStream(path, mode, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    }

    private async Task CloseAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
