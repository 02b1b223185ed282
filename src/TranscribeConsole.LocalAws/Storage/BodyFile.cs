namespace TranscribeConsole.LocalAws.Storage;

/// <summary>One file of an object's body, under its random name.</summary>
/// <param name="Size">Bytes.</param>
internal readonly record struct BodyFile(string Name, long Size);
