using TranscribeConsole.Data;

namespace TranscribeConsole.Services.Sharing;

internal static class LiveLinks
{
    /// <summary>Those that were neither revoked nor have expired, as the settings are now; <see cref="ListedLink.StateAt"/> says the same of one.</summary>
    public static IQueryable<ShareLink> LiveAt(this IQueryable<ShareLink> links, DateTimeOffset now, ShareSettings settings)
    {
        var oldest = now - TimeSpan.FromDays(settings.MaxDays);
        return links.Where(link => link.Revoked == null && link.Expires > now && link.Created > oldest);
    }
}
