using Bunit;
using TranscribeConsole.Components.Forms;

namespace TranscribeConsole.Components.Tests.Forms;

public sealed class SelectFieldTests : BunitContext
{
    private static readonly IReadOnlyList<SelectGroup> Groups =
    [
        new("Here", [new("en-US", "English, US (en-US)")]),
        new("Not here", [new("de-DE", "German (de-DE)", Disabled: true)]),
    ];

    [Fact]
    public void Options_stand_in_their_groups_and_those_not_available_are_disabled()
    {
        var field = Render<SelectField>(p => p.Add(f => f.Id, "language").Add(f => f.Label, "Language").Add(f => f.Groups, Groups).Add(f => f.Value, "en-US"));

        Assert.Equal(["Here", "Not here"], field.FindAll("optgroup").Select(group => group.GetAttribute("label")));
        Assert.True(field.Find("option[value=de-DE]").HasAttribute("disabled"));
        Assert.False(field.Find("option[value=en-US]").HasAttribute("disabled"));
    }

    [Fact]
    public void Group_without_a_label_makes_no_optgroup()
    {
        var field = Render<SelectField>(p => p.Add(f => f.Id, "index").Add(f => f.Label, "Index").Add(f => f.Groups, [new SelectGroup(null, [new("0", "0")])]));

        Assert.Empty(field.FindAll("optgroup"));
        Assert.Single(field.FindAll("option"));
    }

    [Fact]
    public void Choice_is_reported()
    {
        string? chosen = null;
        var field = Render<SelectField>(p => p.Add(f => f.Id, "language").Add(f => f.Label, "Language").Add(f => f.Groups, Groups).Add(f => f.ValueChanged, value => chosen = value));

        field.Find("select").Change("de-DE");

        Assert.Equal("de-DE", chosen);
    }
}
