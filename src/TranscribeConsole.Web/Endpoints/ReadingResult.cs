using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace TranscribeConsole.Web.Endpoints;

/// <summary>JSON, compressed where the browser takes it; what was compressed once is sent again as it is.</summary>
/// <param name="kept">The place for the compressed bytes.</param>
internal sealed class ReadingResult(ReadingBodies.Body kept, Func<Stream, Task> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!httpContext.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            await write(response.Body);
            return;
        }

        var compressed = kept.Compressed ??= await CompressAsync();
        response.Headers.ContentEncoding = "gzip";
        response.ContentLength = compressed.Length;
        await response.Body.WriteAsync(compressed, httpContext.RequestAborted);
    }

    private async Task<byte[]> CompressAsync()
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) await write(gzip);
        return compressed.ToArray();
    }
}
