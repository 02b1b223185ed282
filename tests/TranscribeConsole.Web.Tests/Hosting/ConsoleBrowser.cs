using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>A browser without script: keeps cookies, sends its origin, posts the forms of pages. Like Chromium it takes Secure cookies from loopback.</summary>
public sealed partial class ConsoleBrowser : IDisposable
{
    public const string SessionCookie = "__Host-TranscribeConsole";

    private const string Html = "text/html";

    private readonly HttpClient _http;
    private readonly string _origin;

    public ConsoleBrowser(Uri address)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        _origin = address.GetLeftPart(UriPartial.Authority);
    }

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>What a proxy in between adds to each request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The last answer's Set-Cookie header of the session.</summary>
    public string? SetSession { get; private set; }

    /// <summary>What goes into the header <c>Cookie</c>.</summary>
    public string CookieHeader => string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>The token against other sites' requests that scripts of a page send, and in the cookies its other half.</summary>
    public async Task<string> TokenAsync()
    {
        using var answer = await GetAsync("antiforgery", "application/json");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    public Task<HttpResponseMessage> GetAsync(string path, string accept = Html) => SendAsync(HttpMethod.Get, path, null, accept);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body = null, string accept = "*/*", string? token = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (method != HttpMethod.Get && method != HttpMethod.Head) request.Headers.Add("Origin", origin ?? _origin);
        if (token is not null) request.Headers.Add("RequestVerificationToken", token);
        foreach (var (name, value) in Headers) request.Headers.Add(name, value);
        if (Cookies.Count > 0) request.Headers.Add("Cookie", CookieHeader);
        var response = await _http.SendAsync(request);
        Keep(response);
        return response;
    }

    /// <summary>Opens the page and posts its form of that name, with what the page has hidden in it.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        using var page = await GetAsync(path);
        return await PostAsync(path, Hidden(await page.Content.ReadAsStringAsync(), form), fields);
    }

    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> hidden, params (string Name, string Value)[] fields)
    {
        var body = new FormUrlEncodedContent([.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return SendAsync(HttpMethod.Post, path, body, Html);
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string path = "sign-in") =>
        PostAsync(path, "sign-in", ("SignInName", name), ("Password", password));

    /// <summary>Where an answer leads: a path of the console, or the whole address of another place; null: nowhere.</summary>
    public string? LeadsTo(HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location) return null;
        var address = new Uri(response.RequestMessage!.RequestUri!, location);
        return address.GetLeftPart(UriPartial.Authority) == _origin ? address.PathAndQuery : address.ToString();
    }

    /// <summary>Hidden fields of the form whose handler, or whose action, has the name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Hidden(string html, string form)
    {
        foreach (Match found in Forms().Matches(html))
        {
            var hidden = Fields().Matches(found.Value).Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))).ToList();
            if (hidden.Any(field => field.Key == "_handler" && field.Value == form) || found.Value.Contains($"action=\"{form}\"", StringComparison.Ordinal)) return hidden;
        }

        return [];
    }

    public void Dispose() => _http.Dispose();

    private void Keep(HttpResponseMessage response)
    {
        SetSession = null;
        if (!response.Headers.TryGetValues("Set-Cookie", out var set)) return;
        foreach (var cookie in set)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[0] == SessionCookie) SetSession = cookie;
            if (pair[1].Length > 0) Cookies[pair[0]] = pair[1];
            else Cookies.Remove(pair[0]);
        }
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Fields();
}
