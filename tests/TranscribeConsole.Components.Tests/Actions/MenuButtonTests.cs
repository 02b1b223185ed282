using Bunit;
using TranscribeConsole.Components.Actions;

namespace TranscribeConsole.Components.Tests.Actions;

public sealed class MenuButtonTests : BunitContext
{
    [Fact]
    public void Menu_is_hidden_at_first_and_its_items_are_downloads_outside_the_tab_order()
    {
        var menu = Render<MenuButton>(p => p.Add(m => m.Id, "download").Add(m => m.Text, "Download").Add(m => m.Items, [new("Download text", "jobs/a/transcript.txt")]));

        Assert.True(menu.Find("[role=menu]").HasAttribute("hidden"));
        Assert.Equal("download-menu", menu.Find("button").GetAttribute("aria-controls"));
        var item = menu.Find("[role=menuitem]");
        Assert.True(item.HasAttribute("download")); // without it the router would take the click for a page
        Assert.Equal("-1", item.GetAttribute("tabindex"));
    }
}
