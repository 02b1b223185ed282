using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace TranscribeConsole.Web.Components.Help;

/// <summary>What the help panel of one circuit shows. It closes when another page is gone to.</summary>
public sealed class HelpState : IDisposable
{
    private readonly NavigationManager _navigation;
    private string? _path;

    public HelpState(NavigationManager navigation)
    {
        _navigation = navigation;
        _navigation.LocationChanged += Navigated;
    }

    public event Action? Changed;

    /// <summary>Null: the panel is closed.</summary>
    public HelpTopic? Topic { get; private set; }

    /// <summary>Counts the calls of <see cref="Show"/>: each moves the focus into the panel.</summary>
    public int Shown { get; private set; }

    public void Show(HelpTopic topic)
    {
        _path = PathOf(_navigation.Uri);
        (Topic, Shown) = (topic, Shown + 1);
        Changed?.Invoke();
    }

    public void Close()
    {
        if (Topic is null) return;
        Topic = null;
        Changed?.Invoke();
    }

    public void Dispose() => _navigation.LocationChanged -= Navigated;

    private void Navigated(object? sender, LocationChangedEventArgs e)
    {
        if (PathOf(e.Location) != _path) Close();
    }

    private string PathOf(string uri) => _navigation.ToBaseRelativePath(uri).Split('?', '#')[0];
}
