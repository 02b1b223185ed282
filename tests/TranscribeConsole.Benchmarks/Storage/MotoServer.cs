using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TranscribeConsole.Benchmarks.Storage;

/// <summary>moto's server (<c>pip install 'moto[server]'</c>), the peer to compare with. It keeps objects in memory and checks no signature.</summary>
internal sealed class MotoServer : IAsyncDisposable
{
    private readonly Process _process;

    private MotoServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Null when it is not installed.</summary>
    public static async Task<MotoServer?> TryStartAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var start = new ProcessStartInfo("moto_server") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-H", "127.0.0.1", "-p", $"{port}"]) start.ArgumentList.Add(argument);
        Process process;
        try { process = Process.Start(start)!; }
        catch (System.ComponentModel.Win32Exception) { return null; }
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var moto = new MotoServer(process, new Uri($"http://127.0.0.1:{port}/"));
        using var client = new HttpClient();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await client.GetAsync(moto.Address);
                return moto;
            }
            catch (HttpRequestException) when (attempt < 100)
            {
                await Task.Delay(200);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
