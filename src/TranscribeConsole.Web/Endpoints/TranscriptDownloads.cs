using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Transcripts;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;
using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>Opens a job's result in the wanted form: the service's own file where there is one, otherwise made from the transcript.</summary>
public sealed class TranscriptDownloads(TranscriptReader reader)
{
    /// <summary>The download, or null when the job has no transcript.</summary>
    /// <exception cref="Services.Aws.AwsFailureException">The result can't be fetched.</exception>
    /// <exception cref="TranscriptUnreadableException">It is not a transcript.</exception>
    internal async Task<Download?> OpenAsync(JobDetails job, TranscriptFormat format, CancellationToken cancellationToken)
    {
        if (OwnFile(job, format) is { } kind && await OpenAsync(job, kind, cancellationToken) is { } file) return file;
        if (format == TranscriptFormat.Json || await reader.ReadAsync(job.Name, cancellationToken) is not { } transcript) return null;
        return new Download(null, (to, stop) => WriteAsync(transcript, format, job.SubtitleStartIndex ?? 0, to, stop), null);
    }

    /// <summary>The redacted transcript as the service wrote it, or null when the job has none.</summary>
    /// <exception cref="Services.Aws.AwsFailureException">The result can't be fetched.</exception>
    internal Task<Download?> OpenRedactedAsync(JobDetails job, CancellationToken cancellationToken) =>
        OpenAsync(job, ResultKind.RedactedTranscript, cancellationToken);

    private async Task<Download?> OpenAsync(JobDetails job, ResultKind kind, CancellationToken cancellationToken) =>
        await reader.OpenAsync(job.Name, kind, cancellationToken) is { } file ? new Download(file.Length, file.Content.CopyToAsync, file) : null;

    private static ResultKind? OwnFile(JobDetails job, TranscriptFormat format) =>
        format == TranscriptFormat.Json ? job is { HasTranscript: false, HasRedactedTranscript: true } ? ResultKind.RedactedTranscript : ResultKind.Transcript
        : format == TranscriptFormat.Srt ? ResultKind.SubtitlesSrt
        : format == TranscriptFormat.Vtt ? ResultKind.SubtitlesVtt
        : null;

    private static Task WriteAsync(Transcript transcript, TranscriptFormat format, int startIndex, Stream to, CancellationToken cancellationToken) =>
        format == TranscriptFormat.Text
            ? ExportFormat.Text.WriteAsync(ExportDocument.Of(EditedTranscript.Of(transcript)), ExportOptions.Default, to, cancellationToken)
            : SubtitleWriter.WriteAsync(
                transcript, format == TranscriptFormat.Srt ? SubtitleFormat.Srt : SubtitleFormat.Vtt, startIndex, to, cancellationToken);
}

/// <summary>A body to be written once.</summary>
/// <param name="Length">Bytes, where they are known beforehand.</param>
/// <param name="Source">Disposed after the body was written; null: nothing to dispose.</param>
internal sealed record Download(long? Length, Func<Stream, CancellationToken, Task> WriteAsync, IAsyncDisposable? Source);
