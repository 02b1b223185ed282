using Bunit;
using TranscribeConsole.Components.Wizard;

namespace TranscribeConsole.Components.Tests.Wizard;

public sealed class WizardStepsTests : BunitContext
{
    private static readonly IReadOnlyList<WizardStep> Steps = [new("Details", "create"), new("Options", "create/options", Optional: true)];

    [Fact]
    public void Only_earlier_steps_are_links()
    {
        var steps = Render<WizardSteps>(p => p.Add(s => s.Steps, Steps).Add(s => s.Current, 2));

        Assert.Equal(["create"], steps.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Options", steps.Find("[aria-current=step]").TextContent);
    }

    [Fact]
    public void First_step_links_nowhere() =>
        Assert.Empty(Render<WizardSteps>(p => p.Add(s => s.Steps, Steps).Add(s => s.Current, 1)).FindAll("a"));
}
