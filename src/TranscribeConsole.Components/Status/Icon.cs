using Microsoft.AspNetCore.Components;

namespace TranscribeConsole.Components.Status;

/// <summary>A 16-pixel line drawing in the colour of the text; decoration only, the words stand beside it.</summary>
/// <remarks>Markup and no component: a page has many of them, and each component would keep more memory than its drawing.</remarks>
public static class Icon
{
    private static readonly Dictionary<IconName, MarkupString> Drawings = Enum.GetValues<IconName>().ToDictionary(name => name, name => new MarkupString(
        $"""<svg class="icon icon-{name.ToString().ToLowerInvariant()}" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true" focusable="false">{Lines(name)}</svg>"""));

    public static MarkupString Of(IconName name) => Drawings[name];

    private static string Lines(IconName name) => name switch
    {
        IconName.Pending => """<circle cx="8" cy="8" r="7" /><path d="M8 4v5H4.5" />""",
        IconName.InProgress => """<circle cx="8" cy="8" r="6.5" opacity="0.3" /><path d="M8 1.5A6.5 6.5 0 0 1 14.5 8" stroke-linecap="round" />""",
        IconName.Success => """<circle cx="8" cy="8" r="7" /><path d="M5 8l2 2 4-4" />""",
        IconName.Error => """<circle cx="8" cy="8" r="7" /><path d="M5.5 5.5l5 5m0-5l-5 5" />""",
        IconName.Warning => """<path d="M8 1.5l7 13H1z" /><path d="M8 6v4m0 1v1.5" />""",
        IconName.Info => """<circle cx="8" cy="8" r="7" /><path d="M8 7v5m0-8v1.5" />""",
        IconName.Close => """<path d="M3 3l10 10M13 3L3 13" />""",
        IconName.Refresh => """<path d="M14 2v4h-4M13.6 6A6 6 0 1 0 14 8.5" />""",
        IconName.CaretDown => """<path d="M3.5 6l4.5 5 4.5-5z" fill="currentColor" stroke="none" />""",
        IconName.Next => """<path d="M6 2l6 6-6 6" />""",
        IconName.Previous => """<path d="M10 2L4 8l6 6" />""",
        IconName.Menu => """<path d="M1 3h14M1 8h14M1 13h14" />""",
        IconName.Search => """<circle cx="6.5" cy="6.5" r="5" /><path d="M10.5 10.5L15 15" />""",
        IconName.Copy => """<path d="M5 5h9v9H5zM2 11V2h9" />""",
        IconName.External => """<path d="M13 9v5H2V3h5m2-1h5v5m0-5L7 9" />""",
        IconName.File => """<path d="M3 1h6l4 4v10H3zM9 1v4h4" />""",
        IconName.Settings => """<circle cx="8" cy="8" r="2.2" /><path d="M6.9 1h2.2l.4 2 1.4.8 1.9-.7 1.1 1.9-1.5 1.3v1.4l1.5 1.3-1.1 1.9-1.9-.7-1.4.8-.4 2H6.9l-.4-2-1.4-.8-1.9.7L2.1 9l1.5-1.3V6.3L2.1 5l1.1-1.9 1.9.7L6.5 3z" transform="translate(0 1)" />""",
        IconName.Folder => """<path d="M1 13V3h5l2 2h7v8z" />""",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
