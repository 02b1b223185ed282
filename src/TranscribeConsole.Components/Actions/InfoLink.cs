using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace TranscribeConsole.Components.Actions;

/// <summary>Opens the help panel at what it stands beside. The panel's custom element hears the click, wherever on the page the link is.</summary>
/// <remarks>Markup and no component, as with <see cref="Status.Icon"/>.</remarks>
public static class InfoLink
{
    /// <param name="about">What it tells about, for those who hear the link without its surroundings.</param>
    /// <param name="topic">Key of the help topic.</param>
    public static MarkupString Of(string about, string topic) =>
        new($"""<button type="button" class="info" aria-label="Info about {HtmlEncoder.Default.Encode(about)}" data-help="{HtmlEncoder.Default.Encode(topic)}">Info</button>""");
}
