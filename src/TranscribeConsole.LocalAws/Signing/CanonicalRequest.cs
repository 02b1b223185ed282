using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The form of a request over which both sides compute the signature.</summary>
internal static class CanonicalRequest
{
    /// <param name="signedHeaders">Lower-case names, in the order in which the client lists them.</param>
    /// <param name="payloadHash">Hex SHA-256 of the body, or the word that stands for it.</param>
    public static string Build(
        string method, string path, string query, IHeaderDictionary headers, IReadOnlyList<string> signedHeaders, string payloadHash)
    {
        var text = new StringBuilder(512).Append(method).Append('\n').Append(path).Append('\n').Append(query).Append('\n');
        foreach (var name in signedHeaders) text.Append(name).Append(':').Append(Canonical(headers[name])).Append('\n');
        return text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    /// <summary>S3: the path encoded once, nothing resolved. Null when an escape is broken.</summary>
    public static string? PathOfS3(string rawPath) => PercentEncoding.IsPlainPath(rawPath) ? rawPath :
        PercentEncoding.Decode(rawPath, plusIsSpace: false) is { } bytes ? PercentEncoding.Encode(bytes, keepSlashes: true) : null;

    /// <summary>All other services: dot segments and empty segments resolved, the path encoded twice. Null when an escape is broken.</summary>
    public static string? Path(string rawPath) =>
        PathOfS3(rawPath) is { } once ? PercentEncoding.Encode(Encoding.ASCII.GetBytes(Resolve(once)), keepSlashes: true) : null;

    private static string Resolve(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..") segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            else if (segment != ".") segments.Add(segment);
        }

        return segments.Count == 0 ? "/" : $"/{string.Join('/', segments)}{(path.EndsWith('/') ? "/" : "")}";
    }

    private static string Canonical(StringValues values) =>
        string.Join(',', values.Select(value => Collapse((value ?? "").AsSpan().Trim())));

    // Runs of spaces count as one.
    private static string Collapse(ReadOnlySpan<char> value)
    {
        if (value.IndexOf("  ") < 0) return value.ToString();
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c != ' ' || text[^1] != ' ') text.Append(c);
        }

        return text.ToString();
    }
}
