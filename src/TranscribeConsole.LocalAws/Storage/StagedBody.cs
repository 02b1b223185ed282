namespace TranscribeConsole.LocalAws.Storage;

/// <summary>A body that is on disk and synced under a temporary name; disposing removes it unless it was kept.</summary>
/// <param name="md5">Lower-case hex.</param>
internal sealed class StagedBody(string path, long size, string md5) : IDisposable
{
    private bool _kept;

    public string Path { get; } = path;

    public long Size { get; } = size;

    public string Md5 { get; } = md5;

    /// <summary>The file now has its final name.</summary>
    public void Kept() => _kept = true;

    public void Dispose()
    {
        if (!_kept) File.Delete(Path);
    }
}
