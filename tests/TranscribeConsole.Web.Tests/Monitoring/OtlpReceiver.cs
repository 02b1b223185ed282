using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.Web.Tests.Monitoring;

/// <summary>Takes OTLP over HTTP as a collector does, and keeps the bytes: strings stand in them as they are.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> _received = new();
    private readonly WebApplication _app;

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/v1/{signal}", TakeAsync);
    }

    public string Address => _app.Urls.First();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public bool Has(string text) => Latin(text) is var searched && _received.Any(body => Encoding.Latin1.GetString(body).Contains(searched, StringComparison.OrdinalIgnoreCase));

    public async Task WaitForAsync(IReadOnlyCollection<string> texts, CancellationToken limit)
    {
        while (texts.Where(text => !Has(text)).ToArray() is { Length: > 0 } missing)
        {
            Assert.False(limit.IsCancellationRequested, $"Not received: {string.Join(", ", missing)}");
            await Task.Delay(100, CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Latin(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }
}
