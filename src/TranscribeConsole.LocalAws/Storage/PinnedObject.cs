namespace TranscribeConsole.LocalAws.Storage;

/// <summary>An object's body under a path of its own that stays readable while the object is overwritten or deleted.</summary>
internal sealed class PinnedObject(ObjectInfo info, string path) : IDisposable
{
    public ObjectInfo Info { get; } = info;

    /// <summary>Absolute path; the name has no part of the key in it.</summary>
    public string Path { get; } = path;

    public void Dispose() => File.Delete(Path);
}
