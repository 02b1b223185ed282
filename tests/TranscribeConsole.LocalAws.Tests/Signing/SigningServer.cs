using System.Net;
using System.Net.Sockets;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.Tests.Signing;

/// <summary>A Kestrel that verifies every request and answers with what it got: the key, the path, the body's hash and checksums.</summary>
internal sealed class SigningServer : IAsyncDisposable
{
    private readonly Channel<Exception?> _outcomes = Channel.CreateUnbounded<Exception?>();
    private readonly WebApplication _app;
    private readonly RequestVerifier _verifier;
    private readonly string _signingName;

    private SigningServer(TimeProvider time, string signingName)
    {
        _signingName = signingName;
        _verifier = new RequestVerifier(TestKeys.Store, time);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<SigningServer> StartAsync(TimeProvider time, string signingName = "s3")
    {
        var server = new SigningServer(time, signingName);
        await server._app.StartAsync();
        return server;
    }

    public RawRequest NewRequest(DateTimeOffset now) => new() { Time = now, Service = _signingName, Headers = { ["host"] = Address.Authority } };

    /// <summary>Sends over a socket of its own, byte for byte.</summary>
    public async Task<RawResponse> SendAsync(RawRequest request)
    {
        await using var stream = await OpenAsync(request, request.Body.Length);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer);
        return RawResponse.Parse(answer.ToArray());
    }

    /// <summary>Sends a part of the body and closes. Kestrel gives no answer then, so what came of it is taken from the server's side.</summary>
    /// <returns>What the handler's reading ended with; null when it found nothing wrong.</returns>
    public async Task<Exception?> SendPartAsync(RawRequest request, int length)
    {
        await using var stream = await OpenAsync(request, length);
        stream.Socket.Shutdown(SocketShutdown.Send);
        return await _outcomes.Reader.ReadAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<NetworkStream> OpenAsync(RawRequest request, int bodyLength)
    {
        var head = new StringBuilder($"{request.Method} {request.Target} HTTP/1.1\r\n");
        foreach (var (name, value) in request.Headers) head.Append($"{name}: {value}\r\n");
        if (!request.Headers.ContainsKey("content-length")) head.Append($"content-length: {request.Body.Length}\r\n");
        head.Append("connection: close\r\n\r\n");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Parse(Address.Host), Address.Port);
        var stream = new NetworkStream(socket, ownsSocket: true);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head.ToString()));
        await stream.WriteAsync(request.Body.AsMemory(0, bodyLength));
        return stream;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Exception? outcome = null;
        try
        {
            var verified = await _verifier.VerifyAsync(context, _signingName);
            using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            var buffer = new byte[65536];
            while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is var read and > 0)
            {
                sha256.AppendData(buffer, 0, read);
                length += read;
            }

            var payload = context.Features.Get<RequestPayload>()!;
            context.Response.Headers.ETag = $"\"{Guid.Empty:n}-1\"";
            var checksums = string.Join(' ', payload.Checksums.Select(c => $"{c.Key}={c.Value}"));
            await context.Response.WriteAsync($"""
                <Result><Key>{verified.Key.Id}</Key><Presigned>{verified.IsPresigned}</Presigned><Length>{length}</Length>
                <DecodedLength>{payload.DecodedLength}</DecodedLength><Algorithm>{payload.RequestedAlgorithm}</Algorithm>
                <Sha256>{Convert.ToHexStringLower(sha256.GetHashAndReset())}</Sha256><Checksums>{checksums}</Checksums>
                <Path>{SecurityElement.Escape(RequestTarget.Of(context).DecodePath())}</Path>
                <ContentEncoding>{context.Request.Headers.ContentEncoding}</ContentEncoding></Result>
                """);
        }
        catch (ServiceErrorException e)
        {
            outcome = e;
            context.Response.StatusCode = e.Status;
            var details = string.Concat(e.Details.Select(d => $"<{d.Key}>{SecurityElement.Escape(d.Value)}</{d.Key}>"));
            await context.Response.WriteAsync($"<Error><Code>{e.Code}</Code><Message>{SecurityElement.Escape(e.Message)}</Message>{details}</Error>");
        }
        catch (Exception e)
        {
            outcome = e;
            throw;
        }
        finally
        {
            _outcomes.Writer.TryWrite(outcome);
        }
    }
}
