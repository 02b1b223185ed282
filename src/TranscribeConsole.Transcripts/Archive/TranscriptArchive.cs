using System.Globalization;
using System.IO.Compression;
using TranscribeConsole.Transcripts.Export;

namespace TranscribeConsole.Transcripts.Archive;

/// <summary>Writes the files of many jobs as one ZIP: a folder per job, and <c>manifest.csv</c> that says what is there and what is missing.</summary>
/// <remarks>
/// One job is open at a time, and a file is compressed while it is made, so memory does not grow with the number of jobs. A job or file that fails
/// is a row in the manifest and does not end the archive; only the receiver's going away does. What fails before its first byte leaves no file.
/// </remarks>
public sealed class TranscriptArchive
{
    public const string ManifestName = "manifest.csv";
    public const string ContentType = "application/zip";

    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<ArchiveEntry> _entries = [];
    private readonly UniqueNames _folders = new(ManifestName);
    private readonly Receiver _receiver;
    private readonly ZipArchive _zip;
    private readonly Func<Exception, string> _describe;

    private TranscriptArchive(Receiver receiver, ZipArchive zip, Func<Exception, string> describe) =>
        (_receiver, _zip, _describe) = (receiver, zip, describe);

    /// <summary>Writes the whole archive; answers the manifest's rows.</summary>
    /// <param name="jobs">Taken one by one, as the archive grows.</param>
    /// <param name="describe">The sentence for an error that a user may read; called for errors of jobs and files, not of the receiver.</param>
    /// <param name="to">Need not seek, is never written synchronously and stays open.</param>
    public static async Task<IReadOnlyList<ArchiveEntry>> WriteAsync(
        IAsyncEnumerable<ArchiveJob> jobs, Func<Exception, string> describe, Stream to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(describe);
        ArgumentNullException.ThrowIfNull(to);
        var receiver = new Receiver(to);
        var zip = await ZipArchive.CreateAsync(receiver, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        try
        {
            var archive = new TranscriptArchive(receiver, zip, describe);
            await foreach (var job in jobs.WithCancellation(cancellationToken)) await archive.AddAsync(job, cancellationToken);
            await archive.AddManifestAsync(cancellationToken);
            await zip.DisposeAsync(); // writes the archive's directory
            await receiver.SendWaitingAsync(cancellationToken);
            return archive._entries;
        }
        catch
        {
            receiver.GiveUp();
            await zip.DisposeAsync();
            throw;
        }
    }

    private async Task AddAsync(ArchiveJob job, CancellationToken cancellationToken)
    {
        var folder = _folders.Take(ExportFileName.Folder(job.Name));
        try
        {
            await using var files = await job.FilesAsync(cancellationToken);
            var names = new UniqueNames();
            foreach (var file in files.Files)
            {
                await AddAsync(job, $"{folder}/{names.Take(SafeName(file.Name))}", file, cancellationToken);
                await _receiver.SendWaitingAsync(cancellationToken);
            }
        }
        catch (Exception e) when (MayGoOn(e, cancellationToken))
        {
            _entries.Add(new ArchiveEntry(job.Name, null, 0, _describe(e)));
        }
    }

    private async Task AddAsync(ArchiveJob job, string path, ArchiveFile file, CancellationToken cancellationToken)
    {
        await using var entry = new EntryStream(() => OpenAsync(path, job.Modified, cancellationToken));
        try
        {
            await file.WriteAsync(entry, cancellationToken);
            await entry.OpenAsync(); // an empty file is a file too
            _entries.Add(new ArchiveEntry(job.Name, path, entry.Length, null));
        }
        catch (Exception e) when (MayGoOn(e, cancellationToken))
        {
            var reason = _describe(e);
            _entries.Add(entry.IsOpen ? new ArchiveEntry(job.Name, path, entry.Length, reason) : new ArchiveEntry(job.Name, null, 0, $"{SafeName(file.Name)} was not written. {reason}"));
        }
    }

    private bool MayGoOn(Exception e, CancellationToken cancellationToken) =>
        !_receiver.IsGone && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private Task<Stream> OpenAsync(string path, DateTimeOffset? modified, CancellationToken cancellationToken)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = modified is { Year: >= 1980 and < 2107 } time ? time : Earliest;
        return entry.OpenAsync(cancellationToken);
    }

    private async Task AddManifestAsync(CancellationToken cancellationToken)
    {
        await using var entry = await OpenAsync(ManifestName, modified: null, cancellationToken);
        var csv = new CsvWriter(ExportStream.TextWriter(entry, byteOrderMark: true));
        await csv.WriteRowAsync(["job", "file", "result", "bytes", "message"], cancellationToken);
        foreach (var (job, path, bytes, error) in _entries)
        {
            var result = error is null ? "complete" : path is null ? "failed" : "incomplete";
            await csv.WriteRowAsync([job, path, result, bytes.ToString(CultureInfo.InvariantCulture), error], cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static string SafeName(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 ? ExportFileName.Folder(name[(dot + 1)..]) : "";
        return extension.Length is > 0 and <= 10 ? ExportFileName.Of(name[..dot], extension) : ExportFileName.Folder(name);
    }
}
