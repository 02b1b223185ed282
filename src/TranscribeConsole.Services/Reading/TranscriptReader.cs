using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using Document = TranscribeConsole.Transcripts.Transcript;
using TextPreview = TranscribeConsole.Transcripts.TextPreview;

namespace TranscribeConsole.Services.Reading;

/// <summary>Reads the results of completed jobs, wherever they are kept, each time from a fresh address.</summary>
public sealed class TranscriptReader
{
    private readonly TranscriptionJobs _jobs;
    private readonly ResultFiles _files;
    private readonly TranscriptFiles _transcripts;
    private readonly Auditor _audit;

    internal TranscriptReader(TranscriptionJobs jobs, ResultFiles files, TranscriptFiles transcripts, Auditor audit) =>
        (_jobs, _files, _transcripts, _audit) = (jobs, files, transcripts, audit);

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
        var transcript = new JobTranscript(_jobs.DetailsOf(job), await _transcripts.ReadAsync(job, address, redacted, cancellationToken), redacted);
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
}
