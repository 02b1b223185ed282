using System.Security.Cryptography;
using System.Text;

namespace TranscribeConsole.Services.Accounts;

/// <summary>Who somebody is, as a provider has said.</summary>
/// <param name="Issuer">The provider; it alone knows its subjects apart.</param>
/// <param name="Subject">Never somebody else's. Names and addresses are: they are changed, and given to others.</param>
/// <param name="DisplayName">As shown to others.</param>
public sealed record ProviderIdentity(string Issuer, string Subject, string DisplayName)
{
    /// <summary>Begins the sign-in names of providers' accounts. None that somebody chooses has such a character.</summary>
    public const string Prefix = "oidc:";

    private const int HashBytes = 16;

    /// <summary>
    /// As what jobs are owned by: it is the same in every installation, tells nothing of the person, and is another one for everybody,
    /// however people are called.
    /// </summary>
    public string SignInName => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Issuer}\n{Subject}")).AsSpan(0, HashBytes));
}
