using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>Finds the one signature of a request, in its Authorization header or its query string.</summary>
internal static class ClaimedSignatureReader
{
    private const string HmacV4 = SignatureV4.Algorithm;
    private const string MalformedCredential = "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> NotInHeaderNames = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\r\n,:");

    /// <exception cref="Protocols.ServiceErrorException">There is none, there are two, or it is malformed.</exception>
    public static ClaimedSignature Read(HttpRequest request, CanonicalQuery query, SignatureErrors errors)
    {
        var authorization = request.Headers.Authorization;
        var isPresigned = query.Has(PresignedParameters.Algorithm)
            || query.Has(PresignedParameters.Credential)
            || query.Has(PresignedParameters.Signature);
        if (isPresigned && authorization.Count > 0) throw errors.TwoMechanisms();
        if (isPresigned) return FromQuery(query, errors);
        if (query.Has("AWSAccessKeyId") && query.Has("Signature")) throw errors.OtherMechanism(); // version 2
        return authorization switch
        {
            [] => throw errors.NoSignature(),
            [{ } value] => FromHeader(value, request.Headers, errors),
            _ => throw errors.MalformedHeader("there is more than one."),
        };
    }

    private static ClaimedSignature FromHeader(string authorization, IHeaderDictionary headers, SignatureErrors errors)
    {
        if (!authorization.StartsWith(HmacV4 + ' ', StringComparison.Ordinal)) throw errors.OtherMechanism();
        var parts = Parts(authorization.AsSpan(HmacV4.Length), errors);
        var (keyId, scope) = Credential(parts.GetValueOrDefault("Credential")) ?? throw errors.MalformedHeader(MalformedCredential);
        var signedHeaders = HeaderNames(parts.GetValueOrDefault("SignedHeaders"))
            ?? throw errors.MalformedHeader("SignedHeaders is missing or mal-formed.");
        var signature = Signature(parts.GetValueOrDefault("Signature")) ?? throw errors.MalformedHeader("Signature is missing or mal-formed.");
        var time = Time(headers) ?? throw errors.NoDate();
        return new ClaimedSignature(keyId, scope, signedHeaders, signature, SignatureV4.FormatTime(time), time, Lifetime: null);
    }

    private static Dictionary<string, string> Parts(ReadOnlySpan<char> text, SignatureErrors errors)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var range in text.Split(','))
        {
            var part = text[range].Trim();
            var equals = part.IndexOf('=');
            if (equals < 0 || !parts.TryAdd(part[..equals].ToString(), part[(equals + 1)..].ToString()))
                throw errors.MalformedHeader("it must hold Credential, SignedHeaders and Signature once each.");
        }

        return parts;
    }

    private static ClaimedSignature FromQuery(CanonicalQuery query, SignatureErrors errors)
    {
        string Required(string name) => query.Find(name) is { Length: > 0 } value ? value : throw errors.MalformedQuery(
            "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, "
            + "X-Amz-SignedHeaders, and X-Amz-Expires parameters.");

        if (Required(PresignedParameters.Algorithm) != HmacV4)
            throw errors.MalformedQuery($"X-Amz-Algorithm only supports \"{HmacV4}\"");
        var (keyId, scope) = Credential(Required(PresignedParameters.Credential))
            ?? throw errors.MalformedQuery($"Error parsing the X-Amz-Credential parameter; {MalformedCredential}");
        var signedHeaders = HeaderNames(Required(PresignedParameters.SignedHeaders))
            ?? throw errors.MalformedQuery("X-Amz-SignedHeaders is mal-formed.");
        var signature = Signature(Required(PresignedParameters.Signature)) ?? throw errors.MalformedQuery("X-Amz-Signature is mal-formed.");
        var timestamp = Required(PresignedParameters.Date);
        var time = SignatureV4.ParseTime(timestamp)
            ?? throw errors.MalformedQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        var lifetime = Lifetime(Required(PresignedParameters.Expires), errors);
        return new ClaimedSignature(keyId, scope, signedHeaders, signature, timestamp, time, lifetime);
    }

    private static TimeSpan Lifetime(string text, SignatureErrors errors)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            throw errors.MalformedQuery("X-Amz-Expires should be a number");
        if (seconds < 0) throw errors.MalformedQuery("X-Amz-Expires must be non-negative");
        return seconds switch
        {
            0 => throw errors.MalformedQuery("X-Amz-Expires must be at least 1 second"),
            > PresignedParameters.MaxExpiresSeconds => throw errors.MalformedQuery("X-Amz-Expires must be less than a week (in seconds) that is 604800"),
            _ => TimeSpan.FromSeconds(seconds),
        };
    }

    private static (string KeyId, CredentialScope Scope)? Credential(string? text) =>
        text?.Split('/') is [{ Length: > 0 } keyId, { Length: 8 } date, { Length: > 0 } region, { Length: > 0 } service, CredentialScope.Terminator]
            ? (keyId, new CredentialScope(date, region, service)) : null;

    private static string[]? HeaderNames(string? text) =>
        text is { Length: > 0 } && text.Split(';') is var names
            && Array.TrueForAll(names, name => name.Length > 0 && !name.AsSpan().ContainsAny(NotInHeaderNames))
            && names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : null;

    private static string? Signature(string? text) =>
        text is { Length: 64 } && !text.AsSpan().ContainsAnyExcept(HexDigits) ? text : null;

    // x-amz-date wins over Date, which may also be in the form that HTTP gives it.
    private static DateTimeOffset? Time(IHeaderDictionary headers)
    {
        if (headers.TryGetValue("x-amz-date", out var values)) return SignatureV4.ParseTime(values.ToString());
        var date = headers.Date.ToString();
        return SignatureV4.ParseTime(date)
            ?? (DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null);
    }
}
