using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.Services.Tests.Reading;

/// <summary>An S3 that misbehaves: it answers every request as the test says.</summary>
internal sealed class ResultServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ResultServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<ResultServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new ResultServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
