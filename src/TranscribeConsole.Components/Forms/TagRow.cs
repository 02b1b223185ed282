namespace TranscribeConsole.Components.Forms;

/// <summary>A row of the <see cref="TagsEditor"/>, as typed.</summary>
public sealed record TagRow(string Key, string Value);
