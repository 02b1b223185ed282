using TranscribeConsole.Web.Components;

namespace TranscribeConsole.Web.Tests.Components;

public sealed class TokenTrailTests
{
    private readonly TokenTrail _trail = new();

    [Fact]
    public void Pages_that_follow_each_other_are_numbered_and_lead_back()
    {
        _trail.MoveTo(null, next: null);
        Assert.Equal((1, false), (_trail.PageNumber, _trail.HasPrevious));
        _trail.MoveTo("b", next: "b");
        _trail.MoveTo("c", next: "c");

        Assert.Equal((3, "c", "b"), (_trail.PageNumber, _trail.Current, _trail.Previous));
        _trail.MoveTo(_trail.Previous, next: "d");
        Assert.Equal((2, "b", (string?)null), (_trail.PageNumber, _trail.Current, _trail.Previous));
    }

    [Fact]
    public void Page_from_an_address_has_no_number_until_the_first_page_is_shown()
    {
        _trail.MoveTo("x", next: null);
        Assert.Null(_trail.PageNumber);
        _trail.MoveTo("y", next: "y");
        Assert.Null(_trail.PageNumber);
        Assert.Equal("x", _trail.Previous);

        _trail.MoveTo(null, next: null);
        Assert.Equal((1, false), (_trail.PageNumber, _trail.HasPrevious));
    }

    [Fact]
    public void Same_page_again_changes_nothing()
    {
        _trail.MoveTo("b", next: "b");
        _trail.MoveTo("b", next: "c");

        Assert.Equal((2, "b"), (_trail.PageNumber, _trail.Current));
    }

    [Fact]
    public void Another_search_begins_at_the_first_page()
    {
        _trail.MoveTo("x", next: null);
        _trail.Restart();

        Assert.Equal((1, (string?)null), (_trail.PageNumber, _trail.Current));
    }
}
