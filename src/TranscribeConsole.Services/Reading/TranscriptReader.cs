using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Caching.Memory;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Transcripts.Json;
using Document = TranscribeConsole.Transcripts.Transcript;

namespace TranscribeConsole.Services.Reading;

/// <summary>Reads the results of completed jobs, wherever they are kept, each time from a fresh address.</summary>
public sealed class TranscriptReader : IDisposable
{
    private const long CacheBytes = 128L << 20;

    // The file may be large and the line slow; a sender that stalls must not keep a page waiting for ever.
    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(5);

    private readonly TranscriptionJobs _jobs;
    private readonly ResultFiles _files;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = CacheBytes });

    private readonly TimeProvider _clock;

    internal TranscriptReader(TranscriptionJobs jobs, ResultFiles files, TimeProvider clock) => (_jobs, _files, _clock) = (jobs, files, clock);

    /// <summary>The transcript (the redacted one where only that was kept), or null when the job does not exist or has none yet.</summary>
    /// <exception cref="AwsFailureException">The result can't be fetched.</exception>
    /// <exception cref="TranscriptUnreadableException">It is not a transcript.</exception>
    public async Task<Document?> ReadAsync(string jobName, CancellationToken cancellationToken)
    {
        if (await _jobs.FindJobAsync(jobName, cancellationToken) is not { } job) return null;
        var address = ResultFiles.AddressOf(job, ResultKind.Transcript) ?? ResultFiles.AddressOf(job, ResultKind.RedactedTranscript);
        if (address is null) return null;

        // A name can be used again after a job was deleted: the times of the job belong to the key.
        var key = (job.TranscriptionJobName, job.CreationTime, job.CompletionTime);
        if (_cache.TryGetValue(key, out Document? cached)) return cached;
        var transcript = await FetchAsync(address, cancellationToken);
        if (IsServiceManaged(job)) _cache.Set(key, transcript, new MemoryCacheEntryOptions { Size = transcript.ApproximateBytes });
        return transcript;
    }

    /// <summary>The file as the service wrote it, to be streamed on; null when the job does not exist or has no such file.</summary>
    /// <exception cref="AwsFailureException">The file can't be fetched.</exception>
    public async Task<ResultFile?> OpenAsync(string jobName, ResultKind kind, CancellationToken cancellationToken) =>
        await _jobs.FindJobAsync(jobName, cancellationToken) is { } job && ResultFiles.AddressOf(job, kind) is { } address
            ? await _files.OpenAsync(address, cancellationToken)
            : null;

    public void Dispose() => _cache.Dispose();

    // In an own bucket anybody with the right may replace the object, and it must then be read anew.
    private static bool IsServiceManaged(TranscriptionJob job) =>
        job.Transcript?.TranscriptFileUri is null || ResultAddress.IsSigned(job.Transcript.TranscriptFileUri);

    private async Task<Document> FetchAsync(string address, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(MaxTime, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await using var file = await _files.OpenAsync(address, either.Token);
            return await TranscriptJson.ReadAsync(file.Content, TranscriptLimits.Default, either.Token);
        }
        catch (TranscriptFormatException e)
        {
            throw new TranscriptUnreadableException(e.Message, e);
        }
        // The connection broke half-way, or the sender stalled.
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw AwsErrors.Translate(e, AwsCalls.S3);
        }
    }
}
