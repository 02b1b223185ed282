using Microsoft.AspNetCore.Http;

namespace TranscribeConsole.TranscribeClient.Tests;

/// <summary>A request as it arrived at the server.</summary>
/// <param name="Target">Path with query string.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static async Task<ReceivedRequest> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new ReceivedRequest(request.Method, request.Path + request.QueryString, headers, await reader.ReadToEndAsync());
    }
}
