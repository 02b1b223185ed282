using Bunit;
using TranscribeConsole.Components.Navigation;

namespace TranscribeConsole.Components.Tests.Navigation;

public sealed class BreadcrumbsTests : BunitContext
{
    [Fact]
    public void Last_crumb_is_the_page_and_no_link()
    {
        var crumbs = Render<Breadcrumbs>(p => p.Add(c => c.Items, [new("Jobs", "jobs"), new("call-1")]));

        Assert.Equal("call-1", crumbs.Find("[aria-current=page]").TextContent);
        Assert.Equal(["jobs"], crumbs.FindAll("a").Select(link => link.GetAttribute("href")));
    }
}
