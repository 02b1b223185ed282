using System.Net;
using TranscribeConsole.Web.Composition;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security;

/// <summary>
/// Without sign-in the console listens on this machine only, unless the person who runs it says otherwise. With sign-in it takes https, its
/// own or that of a known proxy: the cookie is for https alone.
/// </summary>
internal static class ListenAddressRule
{
    /// <exception cref="StartFailedException">An address is malformed, or reachable from elsewhere; the message names the setting.</exception>
    public static void Check(IConfiguration configuration, SecurityOptions security)
    {
        foreach (var (key, url) in Addresses(configuration))
        {
            if (IsLoopback(key, url)) continue;
            if (security.Mode == SecurityMode.None && !security.AllowAnonymous)
                throw new StartFailedException(
                    $"{key}={url} would let everybody in the network use the console without signing in. Listen on 127.0.0.1, or set Security:AllowAnonymous=true to allow it.");
            if (security.Mode != SecurityMode.None && security.KnownProxies.Count == 0 && !url.StartsWith(Uri.UriSchemeHttps + Uri.SchemeDelimiter, StringComparison.OrdinalIgnoreCase))
                throw new StartFailedException(
                    $"{key}={url} is plain http, and browsers keep the sign-in cookie for https alone. Use an https address, or set Security:KnownProxies to the reverse proxy that does.");
        }
    }

    // Kestrel:Endpoints takes precedence over Urls, which has a default here and so is always set.
    private static IEnumerable<(string Key, string Url)> Addresses(IConfiguration configuration)
    {
        foreach (var url in configuration["Urls"]!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            yield return ("Urls", url);
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
            if (endpoint["Url"] is { } url) yield return ($"{endpoint.Path}:Url", url);
    }

    private static bool IsLoopback(string key, string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address.Port is < 0 or > ushort.MaxValue) throw new FormatException($"Port {address.Port} does not exist.");
            return address.IsUnixPipe || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException e)
        {
            throw new StartFailedException($"{key}: '{url}' is not an address such as http://127.0.0.1:5080.", e);
        }
    }
}
