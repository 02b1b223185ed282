using TranscribeConsole.Services.Sharing;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security.Sharing;

internal static class SharingComposition
{
    /// <summary>Share links, where people sign in. After <see cref="SecurityComposition.AddSecurity"/>, whose headers those of links go before.</summary>
    public static void AddSharing(this WebApplicationBuilder builder)
    {
        var security = builder.Configuration.GetSection(SecurityOptions.Section).Get<SecurityOptions>() ?? new();
        builder.Services.AddSingleton(new ShareSettings(security.Mode == SecurityMode.None ? 0 : security.ShareDays));
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SharedHeaders>());
        if (security.Mode != SecurityMode.None) builder.Services.AddShareLinks().AddSingleton<SharedCookie>();
    }
}
