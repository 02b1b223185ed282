using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Services.Sharing;

internal static class LiveLinks
{
    /// <summary>Those that were neither revoked nor have expired, as the settings are now; <see cref="ListedLink.StateAt"/> says the same of one.</summary>
    public static IQueryable<ShareLink> LiveAt(this IQueryable<ShareLink> links, DateTimeOffset now, ShareSettings settings)
    {
        var oldest = now - TimeSpan.FromDays(settings.MaxDays);
        return links.Where(link => link.Revoked == null && link.Expires > now && link.Created > oldest);
    }

    /// <summary>As who the maker of a link shares; null: the account may not be used, or is one of another way to sign in.</summary>
    public static Caller? MakerOf(Account account, AccountSource source) =>
        !account.Disabled && (account.Issuer is not null) == (source == AccountSource.Provider) && Enum.TryParse<Role>(account.Role, out var role)
            ? new Caller(account.Id, account.DisplayName, role) { SignInName = account.SignInName.ToLowerInvariant() }
            : null;
}
