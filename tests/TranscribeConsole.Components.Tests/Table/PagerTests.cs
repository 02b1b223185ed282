using Bunit;
using TranscribeConsole.Components.Table;

namespace TranscribeConsole.Components.Tests.Table;

public sealed class PagerTests : BunitContext
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Button_without_a_page_behind_it_is_disabled(bool previous, bool next)
    {
        var pager = Render<Pager>(p => p.Add(x => x.Page, 1).Add(x => x.HasPrevious, previous).Add(x => x.HasNext, next));

        Assert.Equal(!previous, pager.Find("[aria-label='Previous page']").HasAttribute("disabled"));
        Assert.Equal(!next, pager.Find("[aria-label='Next page']").HasAttribute("disabled"));
    }

    [Fact]
    public void Buttons_report_where_to_go()
    {
        List<string> went = [];
        var pager = Render<Pager>(p => p.Add(x => x.Page, 2).Add(x => x.HasPrevious, true).Add(x => x.HasNext, true)
            .Add(x => x.OnPrevious, () => went.Add("back")).Add(x => x.OnNext, () => went.Add("on")));

        pager.Find("[aria-label='Previous page']").Click();
        pager.Find("[aria-label='Next page']").Click();

        Assert.Equal(["back", "on"], went);
    }

    [Fact]
    public void Unknown_page_has_no_number() =>
        Assert.DoesNotContain("Page", Render<Pager>(p => p.Add(x => x.Page, (int?)null).Add(x => x.HasPrevious, true).Add(x => x.HasNext, false)).Find("span").TextContent, StringComparison.Ordinal);
}
