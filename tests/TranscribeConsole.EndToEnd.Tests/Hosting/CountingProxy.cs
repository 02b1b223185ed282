using System.Net;
using System.Net.Sockets;

namespace TranscribeConsole.EndToEnd.Tests.Hosting;

/// <summary>Stands between browser and console and counts what the console sends, as it is on the wire: compressed.</summary>
public sealed class CountingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _target;
    private long _sent;

    public CountingProxy(Uri target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Bytes from the console to the browser so far.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ServeAsync(TcpClient browser)
    {
        using var console = new TcpClient();
        using (browser)
        {
            try
            {
                await console.ConnectAsync(_target.Host, _target.Port, _stop.Token);
                var up = browser.GetStream().CopyToAsync(console.GetStream(), _stop.Token);
                await Task.WhenAny(up, DownAsync(console.GetStream(), browser.GetStream()));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One side has gone.
            }
        }
    }

    private async Task DownAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 << 10];
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var read)
        {
            Interlocked.Add(ref _sent, read);
            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}
