namespace TranscribeConsole.LocalAws.Recognition.Decoding;

/// <summary>The programs that read media, as absolute paths.</summary>
/// <param name="Prlimit">Sets limits on CPU time, memory and written files before it becomes the program; null where it is missing.</param>
internal sealed record MediaPrograms(string Ffmpeg, string Ffprobe, string? Prlimit)
{
    /// <summary>
    /// Looks in the directories of a PATH; null when ffmpeg or ffprobe is not there. Looked up for each job, so that installing
    /// ffmpeg needs no restart.
    /// </summary>
    public static MediaPrograms? Find(string? searchPath)
    {
        if (FindProgram(searchPath, "ffmpeg") is not { } ffmpeg) return null;
        if (FindProgram(searchPath, "ffprobe") is not { } ffprobe) return null;
        return new MediaPrograms(ffmpeg, ffprobe, FindProgram(searchPath, "prlimit"));
    }

    // A relative directory in PATH would make the current directory decide what is run.
    private static string? FindProgram(string? searchPath, string name) =>
        (searchPath ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathRooted)
            .Select(directory => Path.Combine(directory, name))
            .FirstOrDefault(File.Exists);
}
