using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Caching.Memory;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Transcripts.Json;
using Document = TranscribeConsole.Transcripts.Transcript;
using TextPreview = TranscribeConsole.Transcripts.TextPreview;

namespace TranscribeConsole.Services.Reading;

/// <summary>Reads the results of completed jobs, wherever they are kept, each time from a fresh address.</summary>
public sealed class TranscriptReader
{
    // The file may be large and the line slow; a sender that stalls must not keep a page waiting for ever.
    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(5);

    private readonly TranscriptionJobs _jobs;
    private readonly ResultFiles _files;
    private readonly MemoryCache _cache;
    private readonly TimeProvider _clock;
    private readonly Auditor _audit;

    internal TranscriptReader(TranscriptionJobs jobs, ResultFiles files, TranscriptCache cache, TimeProvider clock, Auditor audit) =>
        (_jobs, _files, _cache, _clock, _audit) = (jobs, files, cache.Transcripts, clock, audit);

    /// <summary>The transcript (the redacted one where only that was kept), or null when the job does not exist or has none yet.</summary>
    /// <exception cref="AwsFailureException">The result can't be fetched.</exception>
    /// <exception cref="TranscriptUnreadableException">It is not a transcript.</exception>
    public async Task<Document?> ReadAsync(string jobName, CancellationToken cancellationToken) =>
        (await ReadAsync(jobName, TranscriptVariant.Any, cancellationToken))?.Transcript;

    /// <summary>The job with that transcript, or null when the job does not exist or has no such transcript.</summary>
    /// <param name="use">What for: what is shown to somebody is recorded here.</param>
    /// <exception cref="AwsFailureException">The result can't be fetched.</exception>
    /// <exception cref="TranscriptUnreadableException">It is not a transcript.</exception>
    public async Task<JobTranscript?> ReadAsync(string jobName, TranscriptVariant variant, CancellationToken cancellationToken, JobUse use = JobUse.View)
    {
        if (await _jobs.FindJobAsync(jobName, cancellationToken) is not { } job) return null;
        var redacted = variant == TranscriptVariant.Redacted
            || (variant == TranscriptVariant.Any && ResultFiles.AddressOf(job, ResultKind.Transcript) is null);
        if (ResultFiles.AddressOf(job, redacted ? ResultKind.RedactedTranscript : ResultKind.Transcript) is not { } address) return null;
        var transcript = new JobTranscript(_jobs.DetailsOf(job), await ReadAsync(job, address, redacted, cancellationToken), redacted);
        if (use == JobUse.View) await _audit.VisitAsync(AuditAction.TranscriptViewed, jobName);
        return transcript;
    }

    /// <summary>The file as the service wrote it, to be streamed on; null when the job does not exist or has no such file.</summary>
    /// <param name="use">What for: what is shown to somebody is recorded here.</param>
    /// <exception cref="AwsFailureException">The file can't be fetched.</exception>
    public async Task<ResultFile?> OpenAsync(string jobName, ResultKind kind, CancellationToken cancellationToken, JobUse use = JobUse.View)
    {
        if (await _jobs.FindJobAsync(jobName, cancellationToken) is not { } job || ResultFiles.AddressOf(job, kind) is not { } address) return null;
        var file = await _files.OpenAsync(address, cancellationToken);
        if (use == JobUse.View) await _audit.VisitAsync(AuditAction.TranscriptViewed, jobName);
        return file;
    }

    /// <summary>The beginning of the file as text, UTF-8; null when the job does not exist or has no such file.</summary>
    /// <exception cref="AwsFailureException">The file can't be fetched.</exception>
    public async Task<TextPreview?> ReadStartAsync(string jobName, ResultKind kind, int maxCharacters, CancellationToken cancellationToken)
    {
        if (await OpenAsync(jobName, kind, cancellationToken) is not { } file) return null;
        try
        {
            await using (file)
            {
                using var reader = new StreamReader(file.Content);
                var text = new char[maxCharacters + 1];
                var read = await reader.ReadBlockAsync(text, cancellationToken);
                return new TextPreview(new string(text, 0, Math.Min(read, maxCharacters)), read > maxCharacters);
            }
        }
        catch (Exception e) when (AwsErrors.Covers(e, cancellationToken))
        {
            throw AwsErrors.Translate(e, AwsCalls.S3);
        }
    }

    private async Task<Document> ReadAsync(TranscriptionJob job, string address, bool redacted, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(MaxTime, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            // In an own bucket anybody with the right may replace the object: its ETag belongs to the key. A name can be used again
            // after a job was deleted: so do the times of the job.
            if (_cache.TryGetValue(Key(await _files.VersionAsync(address, either.Token)), out Document? cached)) return cached!;
            await using var file = await _files.OpenAsync(address, either.Token);
            var transcript = await TranscriptJson.ReadAsync(file.Content, TranscriptLimits.Default, either.Token);
            _cache.Set(Key(file.Version), transcript, new MemoryCacheEntryOptions { Size = transcript.ApproximateBytes });
            return transcript;
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

        object Key(string? version) => (job.TranscriptionJobName, job.CreationTime, job.CompletionTime, redacted, version);
    }
}
