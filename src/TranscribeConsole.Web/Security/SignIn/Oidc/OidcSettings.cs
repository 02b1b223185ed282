using TranscribeConsole.Web.Composition;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

/// <summary>Checks of the settings for a provider. It is not asked at start: it may be down, and the console shall start all the same.</summary>
internal static class OidcSettings
{
    private const string Section = $"{SecurityOptions.Section}:{nameof(SecurityOptions.Oidc)}";

    /// <exception cref="StartFailedException">The message names the setting and what it must be.</exception>
    public static void Check(OidcOptions options, IConfigurationManager configuration)
    {
        if (!IsAddress(options.Authority)) Refuse(nameof(options.Authority), "must be the address of the provider, such as https://id.example.org/realms/news; http is for loopback alone.");
        if (options.Issuer is { Length: > 0 } && !IsAddress(options.Issuer)) Refuse(nameof(options.Issuer), "must be the issuer in the provider's metadata, an https address; http is for loopback alone.");
        if (string.IsNullOrWhiteSpace(options.ClientId)) Refuse(nameof(options.ClientId), "must be what the provider calls this console.");
        if (options.Scopes.Any(scope => scope.Length == 0 || scope.Any(char.IsWhiteSpace))) Refuse(nameof(options.Scopes), "must hold one scope in each entry.");
        if (string.IsNullOrWhiteSpace(options.NameClaim)) Refuse(nameof(options.NameClaim), "must name a claim, such as name.");
        if (options.SignOutAddress is { Length: > 0 } && !IsAddress(options.SignOutAddress)) Refuse(nameof(options.SignOutAddress), "must be an https address; http is for loopback alone.");
        CheckSecret(options, configuration);
        CheckRoles(options);
    }

    /// <summary>Null: the provider knows the console without one, by PKCE alone.</summary>
    /// <exception cref="StartFailedException">The file can't be read.</exception>
    public static string? SecretOf(OidcOptions options)
    {
        if (options.ClientSecretFile is not { Length: > 0 } file) return options.ClientSecret is { Length: > 0 } secret ? secret : null;
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } read ? read : throw new StartFailedException($"{Section}:{nameof(options.ClientSecretFile)}: '{file}' is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFailedException($"{Section}:{nameof(options.ClientSecretFile)}: '{file}' can't be read.", e);
        }
    }

    private static void CheckSecret(OidcOptions options, IConfigurationManager configuration)
    {
        const string secret = nameof(options.ClientSecret);
        if (options.ClientSecret is { Length: > 0 } && options.ClientSecretFile is { Length: > 0 }) Refuse(secret, $"and {nameof(options.ClientSecretFile)} are both set; one is enough.");
        if (SettingsCheck.IsOnCommandLine(configuration, $"{Section}:{secret}"))
            Refuse(secret, $"is seen by every user of the machine on the command line. Set it by the environment ({Section.Replace(":", "__", StringComparison.Ordinal)}__{secret}), or by {nameof(options.ClientSecretFile)}.");
        SecretOf(options);
    }

    private static void CheckRoles(OidcOptions options)
    {
        const string roles = nameof(options.Roles);
        var values = options.Roles.All.SelectMany(role => role.Values).ToList();
        if (values.Any(string.IsNullOrWhiteSpace)) Refuse(roles, "has an entry without a value.");
        if (values.GroupBy(value => value, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice) Refuse(roles, $"has '{twice.Key}' twice; a value makes one role.");
        var hasClaim = !string.IsNullOrWhiteSpace(options.RoleClaim);
        if (values.Count > 0 && !hasClaim) Refuse(nameof(options.RoleClaim), $"must name the claim that has the values of {Section}:{roles}, such as groups.");
        if (values.Count == 0 && hasClaim) Refuse(roles, $"must say which values of the claim make which role: {Section}:{roles}:Administrator:0 and so on.");
        if (values.Count == 0 && options.DefaultRole is null)
            Refuse(roles, $"must say which values make which role, or {Section}:{nameof(options.DefaultRole)} what everybody is; else nobody could sign in.");
    }

    private static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Fragment.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static void Refuse(string setting, string rule) => throw new StartFailedException($"{Section}:{setting} {rule}");
}
