namespace TranscribeConsole.LocalAws.Tests;

/// <summary>A directory of its own that is gone after the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("localaws-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
