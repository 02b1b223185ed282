using Amazon.TranscribeService;

namespace TranscribeConsole.LocalAws.Tests.Contracts;

/// <summary>The Transcribe that a contract is tested on, and the S3 that its media is in.</summary>
/// <param name="storage">Owned.</param>
public abstract class TranscribeTarget(S3Target storage) : IAsyncLifetime
{
    private IAmazonTranscribeService? _transcribe;

    public S3Target Storage { get; } = storage;

    /// <summary>Only for tests that run: a skipped class has no client.</summary>
    public IAmazonTranscribeService Transcribe => _transcribe ??= NewTranscribe();

    public Task InitializeAsync() => Storage.InitializeAsync();

    public Task DisposeAsync()
    {
        _transcribe?.Dispose();
        return Storage.DisposeAsync();
    }

    protected abstract IAmazonTranscribeService NewTranscribe();
}

public sealed class LocalTranscribeTarget : TranscribeTarget
{
    private readonly LocalAwsFixture _backend;

    public LocalTranscribeTarget() : this(new LocalAwsFixture()) { }

    private LocalTranscribeTarget(LocalAwsFixture backend) : base(new LocalS3Target(backend)) => _backend = backend;

    protected override IAmazonTranscribeService NewTranscribe() => _backend.NewTranscribe();
}

/// <summary>Credentials and Region of the ordinary chain.</summary>
public sealed class AwsTranscribeTarget() : TranscribeTarget(new AwsS3Target())
{
    protected override IAmazonTranscribeService NewTranscribe() => new AmazonTranscribeServiceClient();
}
