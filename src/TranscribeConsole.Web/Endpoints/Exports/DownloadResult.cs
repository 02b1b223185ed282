namespace TranscribeConsole.Web.Endpoints.Exports;

/// <summary>Streams a download and disposes its source, whatever happens; a HEAD request gets the headers alone.</summary>
internal sealed class DownloadResult(Download download, string contentType) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            httpContext.Response.ContentType = contentType;
            httpContext.Response.ContentLength = download.Length;
            if (!HttpMethods.IsHead(httpContext.Request.Method))
                await download.WriteAsync(httpContext.Response.Body, httpContext.RequestAborted);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The reader has left.
        }
        finally
        {
            if (download.Source is not null) await download.Source.DisposeAsync();
        }
    }
}
