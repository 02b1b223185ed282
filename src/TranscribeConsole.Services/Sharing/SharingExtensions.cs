using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.Services.Sharing;

public static class SharingExtensions
{
    /// <summary>Registers share links, where people sign in: besides accounts and <see cref="Access.JobGuard"/>.</summary>
    public static IServiceCollection AddShareLinks(this IServiceCollection services) => services.AddSingleton<ShareLinks>().AddScoped<JobSharing>();
}
