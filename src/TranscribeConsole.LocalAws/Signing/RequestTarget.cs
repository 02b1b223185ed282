using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>
/// Path and query exactly as they came over the wire. <c>HttpRequest.Path</c> will not do for S3: the server has resolved its dot
/// segments and decoded it in part, while every key, <c>a//../b</c> too, names an object of its own.
/// </summary>
/// <param name="RawPath">Starts with a slash; percent-encoded.</param>
/// <param name="RawQuery">Without the question mark; percent-encoded; may be empty.</param>
internal sealed record RequestTarget(string RawPath, string RawQuery)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static RequestTarget Of(HttpContext context) =>
        Parse(context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "");

    /// <summary>Takes origin form (<c>/path?query</c>) and absolute form (<c>http://host/path?query</c>).</summary>
    public static RequestTarget Parse(string rawTarget)
    {
        var start = 0;
        if (!rawTarget.StartsWith('/') && rawTarget.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0)
        {
            start = rawTarget.AsSpan(scheme + 3).IndexOfAny('/', '?');
            start = start < 0 ? rawTarget.Length : start + scheme + 3;
        }

        var target = rawTarget[start..];
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        return new RequestTarget(path.Length == 0 ? "/" : path, question < 0 ? "" : target[(question + 1)..]);
    }

    /// <summary>The path percent-decoded once, <c>%2F</c> included; nothing is resolved. Null when that is not UTF-8 or an escape is broken.</summary>
    public string? DecodePath()
    {
        if (PercentEncoding.Decode(RawPath, plusIsSpace: false) is not { } bytes) return null;
        try { return StrictUtf8.GetString(bytes); }
        catch (DecoderFallbackException) { return null; }
    }
}
