namespace TranscribeConsole.Data.Tests.Databases;

/// <summary>A directory of its own, removed afterwards.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("transcribeconsole-data-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
