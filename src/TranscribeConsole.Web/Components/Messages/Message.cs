using TranscribeConsole.Components.Status;

namespace TranscribeConsole.Web.Components.Messages;

/// <summary>A message of the <see cref="MessageBar"/>.</summary>
internal sealed class Message(StatusKind kind, string text, string? href, string? linkText)
{
    public StatusKind Kind { get; } = kind;

    public string Text { get; } = text;

    public string? Href { get; } = href;

    public string? LinkText { get; } = linkText;

    /// <summary>Navigations that the message has outlived.</summary>
    public int Navigations { get; set; }
}
