using Bunit;
using TranscribeConsole.Components.Dialogs;

namespace TranscribeConsole.Components.Tests.Dialogs;

public sealed class DialogTests : BunitContext
{
    private int _closed;

    private IRenderedComponent<Dialog> Ask(bool open) => Render<Dialog>(p => p
        .Add(d => d.Id, "delete").Add(d => d.Title, "Delete?").Add(d => d.Open, open).Add(d => d.OnClose, () => _closed++).AddChildContent("For ever."));

    [Fact]
    public void Closed_dialog_has_no_content()
    {
        var dialog = Ask(open: false);

        Assert.False(dialog.Find("modal-dialog").HasAttribute("open"));
        Assert.Equal("", dialog.Find("dialog").TextContent.Trim());
    }

    [Fact]
    public void Open_dialog_is_named_by_its_title()
    {
        var dialog = Ask(open: true);

        Assert.Equal("Delete?", dialog.Find($"#{dialog.Find("dialog").GetAttribute("aria-labelledby")}").TextContent);
    }

    [Fact]
    public void Escape_and_the_cross_ask_the_owner_to_close()
    {
        var dialog = Ask(open: true);

        dialog.Find("dialog").TriggerEvent("oncancel", EventArgs.Empty);
        dialog.Find("button[aria-label=Close]").Click();

        Assert.Equal(2, _closed);
    }
}
