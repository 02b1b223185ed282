using System.Collections.Concurrent;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Caching.Memory;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Transcripts.Json;
using Document = TranscribeConsole.Transcripts.Transcript;

namespace TranscribeConsole.Services.Reading;

/// <summary>
/// Transcripts as their jobs left them: each is fetched and read once, however many ask at the same time, and kept for those who come later, as
/// many as have room in <see cref="MaxKept"/> bytes.
/// </summary>
/// <remarks>Who may read a job's transcript is asked before; here nobody is.</remarks>
public sealed class TranscriptFiles : IDisposable
{
    private const long MaxKept = 128L << 20;

    // It is a courtesy: pages that are opened and left again must not fill the server with reading.
    private const int MaxAhead = 4;

    // The file may be large and the line slow; a sender that stalls must not keep a page waiting for ever.
    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(5);

    private readonly AccountJobs _account;
    private readonly ResultFiles _files;
    private readonly TimeProvider _clock;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxKept });
    private readonly ConcurrentDictionary<object, Lazy<Task<Document>>> _underWay = new();

    private int _ahead;

    internal TranscriptFiles(AccountJobs account, ResultFiles files, TimeProvider clock) => (_account, _files, _clock) = (account, files, clock);

    /// <summary>
    /// Begins to read what a page that is just being made will ask for; whoever asks meanwhile waits for the same reading. Nothing happens while
    /// enough is read ahead already.
    /// </summary>
    /// <param name="redacted">The redacted transcript of the job, and not the other.</param>
    public void ReadAhead(string jobName, bool redacted) => _ = Task.Run(async () =>
    {
        try
        {
            if (Interlocked.Increment(ref _ahead) > MaxAhead) return;
            if (await _account.Jobs.FindJobAsync(jobName, CancellationToken.None) is { } job
                && ResultFiles.AddressOf(job, redacted ? ResultKind.RedactedTranscript : ResultKind.Transcript) is { } address)
                await ReadAsync(job, address, redacted, CancellationToken.None);
        }
        catch (Exception e) when (e is AwsFailureException or TranscriptUnreadableException)
        {
            // The page will ask, and be told.
        }
        finally
        {
            Interlocked.Decrement(ref _ahead);
        }
    });

    public void Dispose() => _cache.Dispose();

    /// <exception cref="AwsFailureException">The result can't be fetched.</exception>
    /// <exception cref="TranscriptUnreadableException">It is not a transcript.</exception>
    internal async Task<Document> ReadAsync(TranscriptionJob job, string address, bool redacted, CancellationToken cancellationToken)
    {
        // In an own bucket anybody with the right may replace the object: its ETag belongs to the key. A name can be used again
        // after a job was deleted: so do the times of the job.
        var key = Key(await WithinTimeAsync(token => _files.VersionAsync(address, token), cancellationToken));
        if (_cache.TryGetValue(key, out Document? cached)) return cached!;
        // Not cancelled with one caller: the others wait for it, too.
        var reading = _underWay.GetOrAdd(key, _ => new(() => FetchAsync(key, address, Key)));
        return await reading.Value.WaitAsync(cancellationToken);

        object Key(string? version) => (job.TranscriptionJobName, job.CreationTime, job.CompletionTime, redacted, version);
    }

    private async Task<Document> FetchAsync(object key, string address, Func<string?, object> keyOf)
    {
        try
        {
            return await WithinTimeAsync(
                async token =>
                {
                    await using var file = await _files.OpenAsync(address, token);
                    var transcript = await TranscriptJson.ReadAsync(file.Content, TranscriptLimits.Default, token);
                    _cache.Set(keyOf(file.Version), transcript, new MemoryCacheEntryOptions { Size = transcript.ApproximateBytes });
                    return transcript;
                },
                CancellationToken.None);
        }
        catch (TranscriptFormatException e)
        {
            throw new TranscriptUnreadableException(e.Message, e);
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    private async Task<T> WithinTimeAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(MaxTime, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await work(either.Token);
        }
        // The connection broke half-way, or the sender stalled.
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw AwsErrors.Translate(e, AwsCalls.S3);
        }
    }
}
