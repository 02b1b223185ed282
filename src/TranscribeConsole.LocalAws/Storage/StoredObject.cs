namespace TranscribeConsole.LocalAws.Storage;

/// <summary>An object as it is stored: its bytes, or the files that have them.</summary>
/// <param name="Content">Null when there are files; never changed.</param>
/// <param name="Bodies">Empty when the content is here.</param>
internal sealed record StoredObject(ObjectInfo Info, byte[]? Content, IReadOnlyList<BodyFile> Bodies);
