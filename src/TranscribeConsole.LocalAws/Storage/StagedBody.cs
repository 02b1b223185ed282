namespace TranscribeConsole.LocalAws.Storage;

/// <summary>A body that has been received: a small one in memory, to be stored in its row, any other synced under a temporary name.</summary>
/// <remarks>Disposing removes the file unless it was kept.</remarks>
/// <param name="path">Null for one in memory.</param>
/// <param name="content">Null for one in a file.</param>
/// <param name="md5">Lower-case hex.</param>
internal sealed class StagedBody(string? path, byte[]? content, long size, string md5) : IDisposable
{
    private bool _kept;

    public string? Path { get; } = path;

    public byte[]? Content { get; } = content;

    public long Size { get; } = size;

    public string Md5 { get; } = md5;

    /// <summary>The file now has its final name.</summary>
    public void Kept() => _kept = true;

    public void Dispose()
    {
        if (!_kept && Path is not null) File.Delete(Path);
    }
}
