using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TranscribeConsole.Web.Composition;

internal static class ListeningAddresses
{
    /// <summary>The first address that the started server listens on, with its real port.</summary>
    public static string ListeningAddress(this IServer server) => server.Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The address at which the application reaches itself: an address that means "any" is replaced by loopback.</summary>
    public static Uri LoopbackAddress(this IServer server)
    {
        var address = BindingAddress.Parse(server.ListeningAddress());
        var host = IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any)
            ? address.Host
            : ip is not null && ip.Equals(IPAddress.IPv6Any) ? "[::1]" : "127.0.0.1";
        return new Uri($"{address.Scheme}://{host}:{address.Port}/");
    }
}
