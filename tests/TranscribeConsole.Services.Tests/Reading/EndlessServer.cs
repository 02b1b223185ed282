using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TranscribeConsole.Services.Tests.Reading;

/// <summary>
/// An S3 whose only object does not end. It writes to the socket itself: what Kestrel is given after the client has left counts as written
/// until the server hears of it, and so says nothing about what was read.
/// </summary>
internal sealed class EndlessServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _beginning;
    private readonly byte[] _block;
    private readonly long _size;
    private readonly Task _accepting;
    private long _sent;

    /// <param name="size">Bytes after which it gives up.</param>
    public EndlessServer(string beginning, string filling, long size)
    {
        (_beginning, _block, _size) = (Encoding.ASCII.GetBytes(beginning), Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(filling, 1 << 16))), size);
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Bytes of bodies that the client has taken, or that wait for it in the system's buffers.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var clients = new List<Task>();
        try
        {
            while (true) clients.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
        }

        await Task.WhenAll(clients);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var request = await reader.ReadLineAsync(_stop.Token) ?? "";
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 }) { }
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), _stop.Token);
            if (request.StartsWith("HEAD", StringComparison.Ordinal)) return;
            await stream.WriteAsync(_beginning, _stop.Token);
            while (Sent < _size)
            {
                await stream.WriteAsync(_block, _stop.Token);
                Interlocked.Add(ref _sent, _block.Length);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has left, or the test has ended.
        }
    }
}
