using Bunit;
using TranscribeConsole.Components.Status;

namespace TranscribeConsole.Components.Tests.Status;

public sealed class AlertTests : BunitContext
{
    [Theory]
    [InlineData(StatusKind.Error, "alert")]
    [InlineData(StatusKind.Info, "status")]
    public void Alert_is_announced_by_its_weight(StatusKind kind, string role) =>
        Assert.Equal(role, Render<Alert>(p => p.Add(a => a.Kind, kind)).Find(".alert").GetAttribute("role"));

    [Fact]
    public void Static_alert_announces_nothing() =>
        Assert.False(Render<Alert>(p => p.Add(a => a.Kind, StatusKind.Error).Add(a => a.Static, true)).Find(".alert").HasAttribute("role"));

    [Fact]
    public void Dismiss_is_offered_only_to_an_owner_that_listens()
    {
        var dismissed = 0;
        Assert.Empty(Render<Alert>(p => p.Add(a => a.Kind, StatusKind.Info)).FindAll("button"));

        Render<Alert>(p => p.Add(a => a.Kind, StatusKind.Info).Add(a => a.OnDismiss, () => dismissed++)).Find("button").Click();

        Assert.Equal(1, dismissed);
    }
}
