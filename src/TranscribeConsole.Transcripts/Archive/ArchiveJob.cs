namespace TranscribeConsole.Transcripts.Archive;

/// <summary>A job whose files go into an archive.</summary>
/// <param name="Name">Gives the folder its name.</param>
/// <param name="Modified">Time of its files; null: 1980-01-01, the earliest that ZIP knows.</param>
/// <param name="FilesAsync">Called when its turn has come; what it opens is held until the last file has been written and is given up by <see cref="ArchiveFiles.DisposeAsync"/>.</param>
public sealed record ArchiveJob(string Name, DateTimeOffset? Modified, Func<CancellationToken, Task<ArchiveFiles>> FilesAsync);

/// <summary>The files of one job.</summary>
/// <param name="Source">Disposed after the last file; null: nothing to give up.</param>
public sealed record ArchiveFiles(IReadOnlyList<ArchiveFile> Files, IAsyncDisposable? Source = null) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Source?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A file of a job.</summary>
/// <param name="Name">Such as <c>call-1.docx</c>; made safe for a file system, and unique in its folder.</param>
/// <param name="WriteAsync">Writes the whole file, by asynchronous calls only.</param>
public sealed record ArchiveFile(string Name, Func<Stream, CancellationToken, Task> WriteAsync);
