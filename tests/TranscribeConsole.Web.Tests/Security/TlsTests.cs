using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

/// <summary>https of Kestrel itself, with a certificate of the test's.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly RunningConsole _console;
    private ListenOptions? _https;

    public TlsTests() => _console = new RunningConsole("--Security:Mode=Local") { BeforeStart = ListenToBoth };

    public Task InitializeAsync() => _console.InitializeAsync();

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Version_that_is_in_use_is_spoken(SslProtocols version)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_https!.IPEndPoint!);
        await using var tls = new SslStream(socket.GetStream());
#pragma warning disable CA5359 // a certificate that the test has made
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = version, RemoteCertificateValidationCallback = (_, _, _, _) => true });
#pragma warning restore CA5359
        Assert.Equal(version, tls.SslProtocol);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Older_version_is_refused(byte minor)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_https!.IPEndPoint!);
        // By hand: no client of today offers it. Version, 32 random bytes, no session, three ciphers of that time with the key of the certificate, no compression.
        byte[] hello = [3, minor, .. RandomNumberGenerator.GetBytes(32), 0, 0, 6, 0xc0, 0x0a, 0xc0, 0x09, 0xc0, 0x08, 1, 0];
        byte[] handshake = [1, 0, 0, (byte)hello.Length, .. hello];
        await socket.GetStream().WriteAsync((byte[])[22, 3, minor, 0, (byte)handshake.Length, .. handshake]);
        using var answer = new MemoryStream();
        try
        {
            await socket.GetStream().CopyToAsync(answer);
        }
        catch (IOException)
        {
            // Cut without a word.
        }

        Assert.DoesNotContain((byte)22, answer.ToArray().Take(1)); // no handshake: an alert, or nothing
    }

    public async Task DisposeAsync()
    {
        await _console.DisposeAsync();
        _certificate.Dispose();
    }

    // The console asks itself for a page before it is ready, and would not believe the certificate: there is plain http, too.
    private void ListenToBoth(IServiceProvider services)
    {
        var kestrel = services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        kestrel.Listen(IPAddress.Loopback, 0);
        kestrel.Listen(IPAddress.Loopback, 0, https => (_https = https).UseHttps(_certificate));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
