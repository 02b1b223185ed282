using System.Globalization;
using System.Net.Sockets;
using System.Text;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Endpoints;

/// <summary>A PUT whose connection ends before its body does.</summary>
internal static class BrokenRequest
{
    public static async Task PutAsync(Uri address, string path, ConsoleClient client, int contentLength, int sent)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        var head = string.Create(CultureInfo.InvariantCulture,
            $"PUT {path} HTTP/1.1\r\nHost: {address.Authority}\r\nOrigin: {address.GetLeftPart(UriPartial.Authority)}\r\nCookie: {client.CookieHeader}\r\nRequestVerificationToken: {client.Token}\r\nContent-Length: {contentLength}\r\n\r\n");
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(new byte[sent]);
        socket.Client.Shutdown(SocketShutdown.Send);
        // Until the console has noticed: it answers, closes, or resets the connection, as the system does that has unread bytes.
        try
        {
            while (await stream.ReadAsync(new byte[1024]) > 0)
            {
            }
        }
        catch (IOException)
        {
            // It has.
        }
    }
}
