using System.Globalization;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Transcripts.Edits;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Web.Endpoints.Exports;

/// <summary>Opens a job's result in the wanted form: the service's own file where nothing else was asked for, otherwise made from the transcript.</summary>
public sealed class TranscriptDownloads(TranscriptReader reader, TranscriptEditing editing, BackendCapabilities backend, Auditor audit)
{
    /// <summary>The original file, as the service wrote it.</summary>
    internal const string Json = "json";

    /// <summary>Extensions that can be asked for.</summary>
    internal static IEnumerable<string> Extensions => [Json, .. ExportFormat.All.Select(format => format.Extension)];

    /// <summary>The download, or null when the job has no such transcript.</summary>
    /// <exception cref="Services.Aws.AwsFailureException">The result can't be fetched.</exception>
    /// <exception cref="TranscriptUnreadableException">It is not a transcript.</exception>
    internal async Task<Download?> OpenAsync(JobDetails job, string extension, ExportQuery query, CancellationToken cancellationToken)
    {
        var download = await FindAsync(job, extension, query, cancellationToken);
        if (download is not null) await audit.NoteAsync(AuditAction.Exported, job.Name, IsRedacted(job, query) ? $"{extension}, redacted" : extension);
        return download;
    }

    private async Task<Download?> FindAsync(JobDetails job, string extension, ExportQuery query, CancellationToken cancellationToken)
    {
        if (extension == Json) return await OpenOwnAsync(job, JsonKind(job, query), cancellationToken);
        if (await reader.ReadAsync(job.Name, query.Variant, cancellationToken, JobUse.Other) is not { } transcript) return null;
        var edits = query.Corrected ? (await editing.ReadAsync(transcript, cancellationToken)).ToEdits() : TranscriptEdits.None;
        if (!query.NamesSpeakers) edits = edits.WithoutNames();
        if (OwnSubtitles(job, extension) is { } kind && query is { IsDefault: true, Redacted: null } && IsUnchanged(edits)
            && await OpenOwnAsync(job, kind, cancellationToken) is { } own) return own;
        return Made(transcript, edits, ExportFormat.Find(extension)!, query);
    }

    /// <summary>The file's name, such as <c>call-1.redacted.words.csv</c>.</summary>
    internal static string NameOf(JobDetails job, string extension, ExportQuery query) => ExportFileName.Of(
        job.Name,
        extension,
        IsRedacted(job, query) ? "redacted" : null,
        query.Corrected ? null : "recognised",
        extension == ExportFormat.Csv.Extension && query.Options.CsvRows == CsvRows.Word ? "words" : null,
        Part(query.Options.Selection));

    /// <summary>Whether the redacted transcript is meant.</summary>
    internal static bool IsRedacted(JobDetails job, ExportQuery query) => query.Redacted ?? job is { HasTranscript: false, HasRedactedTranscript: true };

    private static bool IsUnchanged(TranscriptEdits edits) => edits.Corrections.Count == 0 && edits.Names.Count == 0;

    private static ResultKind JsonKind(JobDetails job, ExportQuery query) => IsRedacted(job, query) ? ResultKind.RedactedTranscript : ResultKind.Transcript;

    private static ResultKind? OwnSubtitles(JobDetails job, string extension) =>
        !job.SubtitleFormats.Contains(extension) ? null : extension == ExportFormat.SubRip.Extension ? ResultKind.SubtitlesSrt : ResultKind.SubtitlesVtt;

    private static string? Part(TranscriptSelection selection)
    {
        if (selection == TranscriptSelection.All) return null;
        if (selection is { From: null, To: null }) return "selection";
        return $"{Time(selection.From ?? TimeSpan.Zero)}-{(selection.To is { } to ? Time(to) : "end")}";

        static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}.{time.Minutes:00}.{time.Seconds:00}");
    }

    private async Task<Download?> OpenOwnAsync(JobDetails job, ResultKind kind, CancellationToken cancellationToken) =>
        await reader.OpenAsync(job.Name, kind, cancellationToken, JobUse.Other) is { } file ? new Download(file.Length, file.Content.CopyToAsync, file) : null;

    private Download Made(JobTranscript transcript, TranscriptEdits edits, ExportFormat format, ExportQuery query)
    {
        var options = query.SaysStartIndex
            ? query.Options
            : query.Options with { Subtitles = query.Options.Subtitles with { StartIndex = transcript.Job.SubtitleStartIndex ?? 0 } };
        var document = new ExportDocument(EditedTranscript.Of(transcript.Transcript, edits), transcript.Job.Name, [.. Facts(transcript, query.NamesMedia)]);
        return new Download(null, (to, stop) => format.WriteAsync(document, options, to, stop), null);
    }

    private IEnumerable<KeyValuePair<string, string>> Facts(JobTranscript transcript, bool namesMedia)
    {
        var job = transcript.Job;
        yield return new("Language", job.Row.Language);
        if (namesMedia) yield return new("Media", job.MediaUri);
        yield return new("Created", job.Row.CreationTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        yield return new("Transcribed by", backend.Engine.Name);
        if (transcript.IsRedacted) yield return new("Content", "Redacted transcript");
    }
}

/// <summary>A body to be written once.</summary>
/// <param name="Length">Bytes, where they are known beforehand.</param>
/// <param name="Source">Disposed after the body was written; null: nothing to dispose.</param>
internal sealed record Download(long? Length, Func<Stream, CancellationToken, Task> WriteAsync, IAsyncDisposable? Source);
