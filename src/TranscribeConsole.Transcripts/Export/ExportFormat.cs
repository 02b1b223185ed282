using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>A form in which a transcript can be taken away; every one that there is stands in <see cref="All"/>.</summary>
public sealed class ExportFormat
{
    private readonly Func<ExportDocument, ExportOptions, Stream, CancellationToken, Task> _write;

    private ExportFormat(
        string name, string extension, string contentType, Func<ExportDocument, ExportOptions, Stream, CancellationToken, Task> write) =>
        (Name, Extension, ContentType, _write) = (name, extension, contentType, write);

    public static ExportFormat Text { get; } = new("Text", "txt", "text/plain; charset=utf-8", TextExport.WriteAsync);

    public static ExportFormat Word { get; } = new(
        "Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", WordExport.WriteAsync);

    public static ExportFormat SubRip { get; } = new("SubRip subtitles", "srt", "application/x-subrip", SubtitlesAs(SubtitleFormat.Srt));

    public static ExportFormat WebVtt { get; } = new("WebVTT subtitles", "vtt", "text/vtt; charset=utf-8", SubtitlesAs(SubtitleFormat.Vtt));

    public static ExportFormat Csv { get; } = new("CSV", "csv", "text/csv; charset=utf-8", CsvExport.WriteAsync);

    public static ExportFormat Html { get; } = new("HTML", "html", "text/html; charset=utf-8", HtmlExport.WriteAsync);

    /// <summary>In the order of a menu.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } = [Text, Word, SubRip, WebVtt, Csv, Html];

    /// <summary>As a person reads it.</summary>
    public string Name { get; }

    /// <summary>Without a dot; also the format's name in addresses.</summary>
    public string Extension { get; }

    public string ContentType { get; }

    /// <summary>The format of that extension; null when there is none.</summary>
    public static ExportFormat? Find(string extension) =>
        All.FirstOrDefault(format => string.Equals(format.Extension, extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the whole file; the stream need not seek and stays open. Nothing is written when the options are refused.</summary>
    /// <exception cref="ArgumentException">The options have a <see cref="ExportOptions.Problem"/>, which is the message.</exception>
    public Task WriteAsync(ExportDocument document, ExportOptions options, Stream to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(to);
        return options.Problem is { } problem ? throw new ArgumentException(problem, nameof(options)) : _write(document, options, to, cancellationToken);
    }

    private static Func<ExportDocument, ExportOptions, Stream, CancellationToken, Task> SubtitlesAs(SubtitleFormat format) =>
        (document, options, to, cancellationToken) =>
            SubtitleWriter.WriteAsync(document.Transcript, format, options.Subtitles, options.Selection, to, cancellationToken);
}
