using System.IO.Packaging;
using TranscribeConsole.Transcripts.Export.Word;

namespace TranscribeConsole.Transcripts.Export;

/// <summary>A Word document: title, facts of the job, and a table of time, speaker and text, each with styles of their own.</summary>
/// <remarks>
/// The SDK reads what it has written and blocks, so the package is made in memory: the XML of its parts, some hundred bytes a paragraph and a few
/// megabytes for four hours. No tree of elements is held.
/// </remarks>
internal static class WordExport
{
    public static async Task WriteAsync(ExportDocument document, ExportOptions options, Stream to, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        using (var package = Package.Open(file, FileMode.Create, FileAccess.ReadWrite))
            new WordDocument(document, options).Write(package, cancellationToken);
        file.Position = 0;
        await file.CopyToAsync(to, cancellationToken);
    }
}
