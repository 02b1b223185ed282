using Bunit;
using TranscribeConsole.Components.Forms;

namespace TranscribeConsole.Components.Tests.Forms;

public sealed class RadioTilesTests : BunitContext
{
    private static readonly IReadOnlyList<RadioOption<int>> Options = [new(1, "One", "The first."), new(2, "Two"), new(3, "Three", "Not here.", Disabled: true)];

    private int _value = 1;

    private IRenderedComponent<RadioTiles<int>> Tiles(string? error = null) => Render<RadioTiles<int>>(p => p
        .Add(t => t.Id, "number").Add(t => t.Label, "Number").Add(t => t.Options, Options).Add(t => t.Value, _value).Add(t => t.ValueChanged, value => _value = value).Add(t => t.Error, error));

    [Fact]
    public void Only_the_value_is_checked()
    {
        var radios = Tiles().FindAll("input");

        Assert.Equal([true, false, false], radios.Select(radio => radio.HasAttribute("checked")));
        Assert.All(radios, radio => Assert.Equal("number", radio.GetAttribute("name")));
    }

    [Fact]
    public void Choosing_a_tile_reports_its_value()
    {
        Tiles().FindAll("input")[1].Change(true);

        Assert.Equal(2, _value);
    }

    [Fact]
    public void Tile_that_is_not_available_is_disabled_and_says_why()
    {
        var tiles = Tiles();

        var radio = tiles.FindAll("input")[2];
        Assert.True(radio.HasAttribute("disabled"));
        Assert.Equal("Not here.", tiles.Find($"#{radio.GetAttribute("aria-describedby")}").TextContent);
    }

    [Fact]
    public void Error_describes_the_group() =>
        Assert.Equal("number-error", Tiles("Choose one.").Find("fieldset").GetAttribute("aria-describedby"));
}
