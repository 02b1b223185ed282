namespace TranscribeConsole.Transcripts.Archive;

/// <summary>What became of one file, or of a job that gave none: a row of the manifest.</summary>
/// <param name="Path">In the archive; null when nothing was written.</param>
/// <param name="Bytes">Before compression.</param>
/// <param name="Error">A sentence; null for a file that is complete. With a path: the file breaks off.</param>
public sealed record ArchiveEntry(string Job, string? Path, long Bytes, string? Error);
