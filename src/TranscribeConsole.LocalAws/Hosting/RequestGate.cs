using System.Net;
using Microsoft.AspNetCore.Http;
using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Hosting;

/// <summary>Turns web pages away: one that rebinds its name to this address, and one that calls across origins.</summary>
internal static class RequestGate
{
    /// <exception cref="ServiceErrorException">The <c>Host</c> is not this server's, or the request has an <c>Origin</c>.</exception>
    public static void Check(HttpContext context)
    {
        var request = context.Request;
        if (!IsOwnHost(request.Host, context.Connection))
        {
            throw new ServiceErrorException(
                "InvalidRequest", $"The Host header must be the address of this server, {context.Connection.LocalIpAddress}:{context.Connection.LocalPort}.", 400);
        }

        if (request.Headers.Origin.Count > 0)
            throw new ServiceErrorException("AccessForbidden", "CORSResponse: CORS is not enabled for this bucket.", 403);
    }

    // The address that the connection came in on: right for port 0 and for a server that listens on every address, and never a name.
    private static bool IsOwnHost(HostString host, ConnectionInfo connection) =>
        IPAddress.TryParse(host.Host, out var address)
        && Unmapped(address).Equals(Unmapped(connection.LocalIpAddress!))
        && (host.Port ?? 80) == connection.LocalPort;

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
