using Microsoft.AspNetCore.Components.Server.Circuits;
using TranscribeConsole.Web.Components.Drafts;
using TranscribeConsole.Web.Components.Help;
using TranscribeConsole.Web.Components.Jobs;
using TranscribeConsole.Web.Components.Messages;
using TranscribeConsole.Web.Components.Pages.CreateJob;

namespace TranscribeConsole.Web.Components;

internal static class PageState
{
    /// <summary>Registers what the pages of one circuit share.</summary>
    public static IServiceCollection AddPageState(this IServiceCollection services) =>
        services.AddScoped<MessageBar>().AddScoped<PageAddress>().AddScoped<HelpState>().AddScoped<FinishedJobs>().AddScoped<KeptPreferences>().AddScoped<JobDraft>().AddScoped<WizardScript>().AddScoped<JobStart>().AddScoped<BatchRun>()
            .AddScoped<CircuitConnection>().AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitConnection>());
}
