namespace TranscribeConsole.Data.Tests;

/// <summary>A directory of its own, removed afterwards.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("transcribeconsole-data-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
