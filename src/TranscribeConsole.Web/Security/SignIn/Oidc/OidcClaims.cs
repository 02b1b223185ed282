using System.Globalization;
using System.Security.Claims;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

/// <summary>What the claims of an ID token mean here.</summary>
internal sealed class OidcClaims(OidcOptions options)
{
    public const string Issuer = "iss";
    public const string Subject = "sub";

    private const int MaxSubject = 255; // ASCII characters, as the protocol has it

    private static readonly string[] OtherNames = ["preferred_username", "email"];

    /// <summary>Null: the token does not say who it is, which the protocol rules out.</summary>
    public ProviderIdentity? IdentityOf(ClaimsPrincipal user) =>
        user.FindFirstValue(Issuer) is { Length: > 0 } issuer && user.FindFirstValue(Subject) is { Length: > 0 and <= MaxSubject } subject && subject.All(char.IsAscii) && !subject.Any(char.IsControl)
            ? new ProviderIdentity(issuer, subject, NameOf(user) ?? subject)
            : null;

    /// <summary>Null: none of the values counts here, and others are not let in.</summary>
    public Role? RoleOf(ClaimsPrincipal user)
    {
        if (options.RoleClaim is not { Length: > 0 } claim) return options.DefaultRole;
        var values = user.FindAll(claim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        var matching = options.Roles.All.Where(role => role.Values.Any(values.Contains)).ToList();
        return matching.Count > 0 ? matching.Max(role => role.Role) : options.DefaultRole;
    }

    // What others read, so nothing in it may hide or turn round what stands beside it.
    private string? NameOf(ClaimsPrincipal user) => OtherNames.Prepend(options.NameClaim).Select(claim => user.FindFirstValue(claim)).Select(Clean).FirstOrDefault(name => name is not null);

    private static string? Clean(string? name)
    {
        if (name is null) return null;
        var kept = string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))).Trim();
        if (kept.Length <= AccountRules.MaxDisplayNameLength) return kept.Length == 0 ? null : kept;
        return kept[..(char.IsHighSurrogate(kept[AccountRules.MaxDisplayNameLength - 1]) ? AccountRules.MaxDisplayNameLength - 1 : AccountRules.MaxDisplayNameLength)];
    }
}
