namespace TranscribeConsole.Components.Navigation;

/// <param name="Href">Address relative to the base; null: the page itself.</param>
public sealed record Crumb(string Text, string? Href = null);
