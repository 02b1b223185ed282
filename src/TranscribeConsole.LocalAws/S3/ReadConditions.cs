using System.Globalization;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>What a conditional read comes to.</summary>
internal enum ReadOutcome
{
    Proceed,
    NotModified,
    PreconditionFailed,
}

/// <summary>Conditional headers in the precedence of S3 (and RFC 9110): an ETag condition overrides its time condition.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html"/></remarks>
internal static class ReadConditions
{
    /// <param name="prefix">Empty, or <c>x-amz-copy-source-</c>.</param>
    public static ReadOutcome Evaluate(S3Request request, ObjectInfo info, string prefix = "")
    {
        if (request.Header(prefix + "if-match") is { } match)
        {
            if (!Lists(match, info.ETag)) return ReadOutcome.PreconditionFailed;
        }
        else if (Time(request, prefix + "if-unmodified-since") is { } unmodified && Modified(info) > unmodified)
        {
            return ReadOutcome.PreconditionFailed;
        }

        if (request.Header(prefix + "if-none-match") is { } noneMatch)
            return Lists(noneMatch, info.ETag) ? ReadOutcome.NotModified : ReadOutcome.Proceed;
        return Time(request, prefix + "if-modified-since") is { } modified && Modified(info) <= modified ? ReadOutcome.NotModified : ReadOutcome.Proceed;
    }

    /// <summary>Whether a range still belongs to this object: <c>If-Range</c> with its ETag or time, or none.</summary>
    public static bool RangeApplies(S3Request request, ObjectInfo info) =>
        request.Header("if-range") is not { } value
        || (Parse(value) is { } time ? Modified(info) <= time : Lists(value, info.ETag));

    /// <summary>The one ETag of a conditional write, without quotes.</summary>
    public static string Unquote(string etag) => etag.Trim().Trim('"');

    private static bool Lists(string header, string etag) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(item => item == "*" || Unquote(item) == etag);

    // Header times have whole seconds.
    private static DateTimeOffset Modified(ObjectInfo info) => DateTimeOffset.FromUnixTimeSeconds(info.LastModified.ToUnixTimeSeconds());

    private static DateTimeOffset? Time(S3Request request, string name) => request.Header(name) is { } value ? Parse(value) : null;

    // A time that cannot be read is no condition, as RFC 9110 has it.
    private static DateTimeOffset? Parse(string value) =>
        DateTimeOffset.TryParseExact(value, ["R", "o", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
