using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>A verified request in the terms of S3: bucket, key, query and headers, exactly as they came over the wire.</summary>
internal sealed class S3Request
{
    private const int MaxKeyBytes = 1024;

    private readonly Dictionary<string, string> _query;

    private S3Request(HttpContext http, string bucket, string key, Dictionary<string, string> query)
    {
        (Http, Bucket, Key, _query) = (http, bucket, key, query);
        Scope = bucket.Length == 0 ? S3Scope.Service : key.Length == 0 ? S3Scope.Bucket : S3Scope.Object;
    }

    public HttpContext Http { get; }

    public S3Scope Scope { get; }

    /// <summary>Empty at the scope of the service.</summary>
    public string Bucket { get; }

    /// <summary>Empty above the scope of an object.</summary>
    public string Key { get; }

    public string Method => Http.Request.Method;

    public IHeaderDictionary Headers => Http.Request.Headers;

    public HttpResponse Response => Http.Response;

    public RequestPayload Payload => Http.Features.GetRequiredFeature<RequestPayload>();

    public VerifiedRequest Verified => Http.Features.GetRequiredFeature<VerifiedRequest>();

    public CancellationToken Aborted => Http.RequestAborted;

    /// <exception cref="Protocols.ServiceErrorException">InvalidURI or KeyTooLongError.</exception>
    public static S3Request Parse(HttpContext http)
    {
        var target = RequestTarget.Of(http);
        var path = target.DecodePath() ?? throw S3Errors.InvalidUri();
        var slash = path.IndexOf('/', 1);
        var (bucket, key) = slash < 0 ? (path[1..], "") : (path[1..slash], path[(slash + 1)..]);
        if (Encoding.UTF8.GetByteCount(key) > MaxKeyBytes) throw S3Errors.KeyTooLong(MaxKeyBytes);
        if (bucket.Length == 0 && key.Length > 0) throw S3Errors.InvalidBucketName(bucket);
        return new S3Request(http, bucket, key, ParseQuery(target.RawQuery));
    }

    /// <param name="wanted">A parameter's name, or <c>name=value</c>.</param>
    public bool HasQuery(string wanted) =>
        wanted.IndexOf('=', StringComparison.Ordinal) is var equals and > 0
            ? Query(wanted[..equals]) == wanted[(equals + 1)..]
            : _query.ContainsKey(wanted);

    /// <summary>The parameter's value, empty when it has none; null when it is not there.</summary>
    public string? Query(string name) => _query.GetValueOrDefault(name);

    /// <summary>The header's value; null when it is not there or empty.</summary>
    public string? Header(string name) => Headers[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A whole number in the query.</summary>
    /// <exception cref="Protocols.ServiceErrorException">InvalidArgument naming the parameter.</exception>
    public int QueryNumber(string name, int absent, int min, int max)
    {
        if (Query(name) is not { Length: > 0 } text) return absent;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw S3Errors.InvalidArgument(name, text, $"Argument {name} must be an integer between {min} and {max}");
    }

    private static Dictionary<string, string> ParseQuery(string rawQuery)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.StartsWith("X-Amz-", StringComparison.Ordinal)) continue; // the signature's, which has been verified
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            query[Decode(equals < 0 ? pair : pair[..equals])] = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
        }

        return query;
    }

    private static string Decode(string text)
    {
        if (PercentEncoding.IsPlain(text)) return text;
        if (PercentEncoding.Decode(text, plusIsSpace: true) is not { } bytes) throw S3Errors.InvalidUri();
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes); }
        catch (DecoderFallbackException) { throw S3Errors.InvalidUri(); }
    }
}
