using Bunit;
using TranscribeConsole.Components.Forms;

namespace TranscribeConsole.Components.Tests.Forms;

public sealed class TextFieldTests : BunitContext
{
    [Fact]
    public void Field_with_an_error_is_invalid_and_described_by_it_first()
    {
        var field = Render<TextField>(p => p.Add(f => f.Id, "name").Add(f => f.Label, "Name").Add(f => f.Constraint, "Letters.").Add(f => f.Error, "Enter a name."));

        var input = field.Find("input");
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("name-error name-constraint", input.GetAttribute("aria-describedby"));
        Assert.Contains("Enter a name.", field.Find("#name-error").TextContent);
        Assert.Equal("Letters.", field.Find("#name-constraint").TextContent);
    }

    [Fact]
    public void Field_without_an_error_is_not_marked_and_described_by_nothing_that_is_absent()
    {
        var field = Render<TextField>(p => p.Add(f => f.Id, "name").Add(f => f.Label, "Name"));

        var input = field.Find("input");
        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-describedby"));
        Assert.Equal("name", field.Find("label").GetAttribute("for"));
    }

    [Fact]
    public void Each_key_is_reported()
    {
        List<string?> typed = [];
        var field = Render<TextField>(p => p.Add(f => f.Id, "name").Add(f => f.Label, "Name").Add(f => f.ValueChanged, typed.Add));

        field.Find("input").Input("c");
        field.Find("input").Input("ca");

        Assert.Equal(["c", "ca"], typed);
    }
}
