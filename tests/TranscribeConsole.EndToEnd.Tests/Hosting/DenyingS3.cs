using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.EndToEnd.Tests.Hosting;

/// <summary>An S3 that lets nobody in, until it has one bucket for everybody.</summary>
public sealed class DenyingS3 : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DenyingS3(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Whether it denies; else it answers every GET with a list of one bucket, <c>opened</c>.</summary>
    public bool Denies { get; set; } = true;

    public static async Task<DenyingS3> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new DenyingS3(builder.Build());
        server._app.Run(context =>
        {
            if (!server.Denies)
            {
                context.Response.ContentType = "application/xml";
                return context.Response.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListAllMyBucketsResult><Buckets><Bucket><Name>opened</Name></Bucket></Buckets></ListAllMyBucketsResult>");
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
            context.Response.ContentType = "application/xml";
            return context.Response.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
        });
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
