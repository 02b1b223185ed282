using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using TranscribeConsole.Components.Status;

namespace TranscribeConsole.Web.Components.Messages;

/// <summary>The messages on top of the content of one circuit. A message outlives one navigation: it is usually shown just before one.</summary>
internal sealed class MessageBar : IDisposable
{
    private readonly NavigationManager _navigation;
    private readonly List<Message> _messages = [];
    private string? _path;

    public MessageBar(NavigationManager navigation)
    {
        _navigation = navigation;
        _navigation.LocationChanged += Navigated;
    }

    public event Action? Changed;

    public IReadOnlyList<Message> Messages => _messages;

    /// <param name="href">Address of the page that the message is about; null: none.</param>
    /// <param name="linkText">Words that lead there, after the text.</param>
    public void Show(StatusKind kind, string text, string? href = null, string? linkText = null)
    {
        _path ??= PathOf(_navigation.Uri);
        _messages.Add(new Message(kind, text, href, linkText));
        Changed?.Invoke();
    }

    public void Dismiss(Message message)
    {
        if (_messages.Remove(message)) Changed?.Invoke();
    }

    public void Dispose() => _navigation.LocationChanged -= Navigated;

    private void Navigated(object? sender, LocationChangedEventArgs e)
    {
        // Another filter or page of the same list is no other place.
        var path = PathOf(e.Location);
        if (path == _path) return;
        _path = path;
        if (_messages.RemoveAll(message => message.Navigations > 0) > 0) Changed?.Invoke();
        foreach (var message in _messages) message.Navigations++;
    }

    private string PathOf(string uri) => _navigation.ToBaseRelativePath(uri).Split('?', '#')[0];
}
