using Microsoft.AspNetCore.Hosting.Server;

namespace TranscribeConsole.Web.Composition;

/// <summary>Fetches Blazor's script from this application over HTTP: without it every page is dead, although it shows.</summary>
internal sealed class PageScript(IServer server, IHttpClientFactory clients)
{
    public const string Path = "_framework/blazor.web.js";

    /// <summary>What is wrong with the script, as a sentence; null: it is served with its bytes.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(nameof(PageScript));
            using var response = await client.GetAsync(new Uri(server.LoopbackAddress(), Path), cancellationToken);
            if (!response.IsSuccessStatusCode) return $"The page's script {Path} answers {(int)response.StatusCode}.";
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return bytes.Length > 0 ? null : $"The page's script {Path} is served with 0 bytes; run the published application.";
        }
        catch (HttpRequestException e)
        {
            return $"The page's script {Path} can't be fetched: {e.Message}";
        }
    }
}
