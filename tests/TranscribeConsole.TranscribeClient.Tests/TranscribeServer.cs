using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.TranscribeService;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.TranscribeClient.Tests;

/// <summary>A server on loopback that keeps what it receives and gives the answers it was told, in order.</summary>
internal sealed class TranscribeServer : IAsyncDisposable
{
    public const string RequestId = "7c6a0f6e-3f1a-4c55-9d53-0c2a6a0f1b11";
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RequestDelegate> _answers = new();
    private readonly ConcurrentQueue<ReceivedRequest> _received = new();

    private TranscribeServer(WebApplication app) => _app = app;

    public IReadOnlyList<ReceivedRequest> Received => [.. _received];

    public string Address => _app.Urls.Single();

    public static async Task<TranscribeServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new TranscribeServer(builder.Build());
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();
        return server;
    }

    public TranscribeServer Answer(RequestDelegate answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public TranscribeServer Answer(int status, string body, params (string Name, string Value)[] headers) => Answer(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.Headers["x-amzn-RequestId"] = RequestId;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    });

    /// <summary>A client of this server that does not retry, unless <paramref name="configure"/> says so.</summary>
    public AmazonTranscribeServiceClient CreateClient(
        Action<AmazonTranscribeServiceConfig>? configure = null, AWSCredentials? credentials = null)
    {
        var config = new AmazonTranscribeServiceConfig { ServiceURL = Address, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 };
        configure?.Invoke(config);
        return new AmazonTranscribeServiceClient(credentials ?? new BasicAWSCredentials(AccessKey, SecretKey), config);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        _received.Enqueue(await ReceivedRequest.ReadAsync(context.Request));
        if (!_answers.TryDequeue(out var answer)) throw new InvalidOperationException("The test gave no answer for this request.");
        await answer(context);
    }
}
