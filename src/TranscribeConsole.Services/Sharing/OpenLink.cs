using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Services.Sharing;

/// <summary>A link that is good, as far as the database knows. Whether its job is still there, and its maker's to share, the job's guard says.</summary>
/// <param name="Caller">As who the job is asked for: its maker, held to this one job.</param>
public sealed record OpenLink(ShareLink Link, Caller Caller)
{
    public bool NeedsPassword => Link.PasswordHash is not null;

    /// <summary>Whoever comes by the link, in the audit: no sign-in name has a colon.</summary>
    public string Person => $"link:{ShortId(Link)}";

    /// <summary>Enough to tell the links of a console apart.</summary>
    public static string ShortId(ShareLink link) => link.Id[..8];

    public AuditOrigin From(string address) => new(Person, address);
}

/// <summary>A link in a list.</summary>
/// <param name="By">Display name of who made it.</param>
/// <param name="MakerMayShare">Whether who made it might make it now.</param>
public sealed record ListedLink(ShareLink Link, string By, bool MakerMayShare)
{
    public LinkState StateAt(DateTimeOffset now, ShareSettings settings) =>
        Link.Revoked is not null ? LinkState.Revoked
        : now >= ExpiresBy(settings) ? LinkState.Expired
        : MakerMayShare ? LinkState.Active
        : LinkState.Paused;

    /// <summary>When it ends by itself, as the settings are now.</summary>
    public DateTimeOffset ExpiresBy(ShareSettings settings)
    {
        var longest = Link.Created + TimeSpan.FromDays(settings.MaxDays);
        return Link.Expires < longest ? Link.Expires : longest;
    }
}

public enum LinkState
{
    Active,

    /// <summary>It opens nothing for as long as its maker may not share.</summary>
    Paused,
    Expired,
    Revoked,
}
