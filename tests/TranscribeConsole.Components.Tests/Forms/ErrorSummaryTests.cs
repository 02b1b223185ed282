using Bunit;
using TranscribeConsole.Components.Forms;

namespace TranscribeConsole.Components.Tests.Forms;

public sealed class ErrorSummaryTests : BunitContext
{
    [Fact]
    public void Each_error_leads_to_its_field()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Attempt, 1).Add(s => s.Errors, [new("name", "Enter a name."), new("media-uri", "Enter a location.")]));

        Assert.Equal(["name", "media-uri"], summary.FindAll("a").Select(link => link.GetAttribute("data-field")));
        Assert.Contains("2 fields", summary.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void Nothing_is_shown_without_errors()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Attempt, 0).Add(s => s.Errors, []));

        Assert.Empty(summary.FindAll("[role=alert]"));
    }
}
