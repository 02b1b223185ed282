namespace TranscribeConsole.Components.Actions;

/// <summary>A download in a menu.</summary>
/// <param name="FileName">Name for the saved file; null: the one the server gives.</param>
public sealed record MenuLink(string Text, string Href, string? FileName = null);
