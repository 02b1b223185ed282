using System.Net.Sockets;
using System.Text;

namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>A connection over which a test writes what no HTTP client would.</summary>
internal sealed class RawConnection : IDisposable
{
    /// <summary>So long a test waits for the console, which is busy and not silent; nothing is concluded from the time it takes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly TcpClient _socket = new();
    private readonly Uri _address;
    private NetworkStream _stream = null!;

    private RawConnection(Uri address) => _address = address;

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection(address);
        await connection._socket.ConnectAsync(address.Host, address.Port);
        connection._stream = connection._socket.GetStream();
        return connection;
    }

    /// <summary>A whole request without a body, on a connection of its own.</summary>
    /// <param name="target">What stands in the request line, as it is.</param>
    public static async Task<RawAnswer> GetAsync(Uri address, string target, params string[] headers)
    {
        using var connection = await OpenAsync(address);
        await connection.WriteAsync(connection.Head("GET", target, [.. headers, "Connection: close"]));
        return await connection.ReadAsync();
    }

    /// <summary>Request line and headers, with the host and the origin that a browser sends.</summary>
    public string Head(string method, string target, params string[] headers) =>
        string.Concat($"{method} {target} HTTP/1.1\r\nHost: {_address.Authority}\r\nOrigin: {_address.GetLeftPart(UriPartial.Authority)}\r\n", string.Concat(headers.Select(header => header + "\r\n")), "\r\n");

    /// <summary>Writes as far as the console takes it: one that has seen enough answers and closes.</summary>
    public async Task WriteAsync(string text)
    {
        try
        {
            await _stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        }
        catch (IOException)
        {
            // It has closed; what it answered is read all the same.
        }
    }

    /// <summary>What comes until the console closes the connection.</summary>
    public async Task<RawAnswer> ReadAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var received = new MemoryStream();
        var buffer = new byte[16 << 10];
        try
        {
            while (await _stream.ReadAsync(buffer, limit.Token) is > 0 and var read) received.Write(buffer, 0, read);
        }
        catch (IOException)
        {
            // Reset: it was closed with something unread.
        }

        return new RawAnswer(Encoding.Latin1.GetString(received.ToArray()));
    }

    public void Dispose() => _socket.Dispose();
}

/// <summary>An answer as it came.</summary>
internal sealed record RawAnswer(string Text)
{
    /// <summary>0: there was none.</summary>
    public int Status => Text.Length > 12 ? int.Parse(Text.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>Names and values, a line each.</summary>
    public IReadOnlyList<string> Headers => [.. Text.Split("\r\n\r\n")[0].Split("\r\n").Skip(1)];

    public string Body => Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end ? Text[(end + 4)..] : "";
}
