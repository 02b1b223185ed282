using TranscribeConsole.Transcripts;

namespace TranscribeConsole.Services.Reading;

/// <summary>Reads the results of completed jobs, wherever they are kept, each time from a fresh address.</summary>
public sealed class TranscriptReader
{
    /// <summary>The transcript from a cache bounded in bytes, or null when the job does not exist or has none yet.</summary>
    /// <exception cref="Aws.AwsFailureException">The result can't be fetched.</exception>
    /// <exception cref="TranscriptUnreadableException">It is not a transcript.</exception>
    public Task<Transcript?> ReadAsync(string jobName, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The file as the service wrote it, to be streamed on; null when the job does not exist or has no such file.</summary>
    /// <exception cref="Aws.AwsFailureException">The file can't be fetched.</exception>
    public Task<ResultFile?> OpenAsync(string jobName, ResultKind kind, CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <summary>A file among a job's results.</summary>
public enum ResultKind
{
    Transcript,
    RedactedTranscript,
    SubtitlesSrt,
    SubtitlesVtt,
}

/// <summary>A result being fetched. Dispose it after reading.</summary>
public sealed class ResultFile : IAsyncDisposable
{
    /// <summary>Forward-only, bounded in size.</summary>
    public required Stream Content { get; init; }

    public long? Length { get; init; }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>What was fetched is no transcript of a batch job; the message says why, for the user.</summary>
public sealed class TranscriptUnreadableException(string message, Exception? innerException = null) : Exception(message, innerException);
