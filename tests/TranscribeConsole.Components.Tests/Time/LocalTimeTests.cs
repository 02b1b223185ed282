using Bunit;
using TranscribeConsole.Components.Time;

namespace TranscribeConsole.Components.Tests.Time;

public sealed class LocalTimeTests : BunitContext
{
    [Fact]
    public void Time_is_handed_to_the_script_and_readable_without_it_in_UTC()
    {
        var time = Render<LocalTime>(p => p.Add(t => t.Value, new DateTimeOffset(2026, 3, 1, 1, 30, 0, TimeSpan.FromHours(2))));

        var element = time.Find("local-time");
        Assert.Equal("2026-02-28T23:30:00.0000000Z", element.GetAttribute("datetime"));
        Assert.Equal("2026-02-28 23:30:00 UTC", element.TextContent);
    }

    [Fact]
    public void No_time_is_a_hyphen() =>
        Assert.Equal("-", Render<LocalTime>(p => p.Add(t => t.Value, null)).Markup.Trim());
}
