using System.Net;

namespace TranscribeConsole.Web.Security;

internal static class ClientAddress
{
    /// <summary>Where a request comes from, after forwarded headers; of IPv4 in the form of IPv4, also on a socket of both kinds. Null: not over a network.</summary>
    public static IPAddress? Of(HttpContext context) =>
        context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;
}
