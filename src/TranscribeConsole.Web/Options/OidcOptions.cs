using TranscribeConsole.Services.Access;

namespace TranscribeConsole.Web.Options;

/// <summary>The OpenID Connect provider with which people sign in, section <c>Security:Oidc</c>.</summary>
public sealed class OidcOptions
{
    /// <summary>Address of the provider, below which its <c>.well-known/openid-configuration</c> lies.</summary>
    public string? Authority { get; init; }

    /// <summary>What the provider's metadata name as issuer, where that is not <see cref="Authority"/>.</summary>
    public string? Issuer { get; init; }

    /// <summary>As what the console is registered there.</summary>
    public string? ClientId { get; init; }

    /// <summary>Not from the command line, which other users of the machine see.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>File that holds the secret.</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>Besides <c>openid</c>; none: <c>profile</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Claim with the name that others see.</summary>
    public string NameClaim { get; init; } = "name";

    /// <summary>Claim whose values decide about the role.</summary>
    public string? RoleClaim { get; init; }

    /// <summary>Which values make which role; of several the highest role counts.</summary>
    public OidcRoleValues Roles { get; init; } = new();

    /// <summary>Of people with none of the values; null: they are not let in.</summary>
    public Role? DefaultRole { get; init; }

    /// <summary>Where people are sent after signing out, in place of what the provider names.</summary>
    public string? SignOutAddress { get; init; }

    /// <summary>Whom people ask who are not let in, as they read it.</summary>
    public string Contact { get; init; } = "whoever administers this console";
}

/// <summary>Values of the claim for each role.</summary>
public sealed class OidcRoleValues
{
    public IReadOnlyList<string> Reader { get; init; } = [];

    public IReadOnlyList<string> Submitter { get; init; } = [];

    public IReadOnlyList<string> Manager { get; init; } = [];

    public IReadOnlyList<string> Administrator { get; init; } = [];

    internal IReadOnlyList<(Role Role, IReadOnlyList<string> Values)> All =>
        [(Role.Reader, Reader), (Role.Submitter, Submitter), (Role.Manager, Manager), (Role.Administrator, Administrator)];
}
