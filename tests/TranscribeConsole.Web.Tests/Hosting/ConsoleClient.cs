using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>Requests as the page's script makes them; each ingredient can be left out or replaced.</summary>
public sealed class ConsoleClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _origin;
    private readonly CookieContainer _cookies = new();

    private ConsoleClient(Uri address)
    {
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        _origin = address.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>The antiforgery token; null: requests carry none.</summary>
    public string? Token { get; set; }

    /// <summary>For requests that are written by hand.</summary>
    public string CookieHeader => _cookies.GetCookieHeader(_http.BaseAddress!);

    public static async Task<ConsoleClient> OpenAsync(Uri address)
    {
        var client = new ConsoleClient(address);
        var answer = await client._http.GetFromJsonAsync<JsonElement>("antiforgery");
        client.Token = answer.GetProperty("token").GetString();
        return client;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    /// <param name="origin">Null: the console's own.</param>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body = null, string? origin = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Add("Origin", origin ?? _origin);
        if (Token is not null) request.Headers.Add("RequestVerificationToken", Token);
        return _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public void Dispose() => _http.Dispose();
}

internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>The sentence of a problem document.</summary>
    public static async Task<string> DetailAsync(this HttpResponseMessage response) =>
        (await response.JsonAsync()).GetProperty("detail").GetString()!;
}
