using System.Globalization;
using Microsoft.AspNetCore.Http;
using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>Everything that the headers of an S3 request state about its body.</summary>
/// <param name="Length">Bytes without framing; null when not announced.</param>
/// <param name="Md5">From Content-MD5.</param>
/// <param name="Algorithm">Of the checksum that is sent or asked for.</param>
/// <param name="Checksum">Its value, when a header has it.</param>
/// <param name="HasTrailingChecksum">Whether the value follows in a trailer.</param>
internal sealed record PayloadDeclaration(
    PayloadEncoding Encoding, long? Length, byte[]? Md5, ChecksumAlgorithm? Algorithm, byte[]? Checksum, bool HasTrailingChecksum)
{
    private const int Md5Length = 16;

    /// <exception cref="ServiceErrorException">A header is malformed, or two contradict each other.</exception>
    public static PayloadDeclaration Read(HttpRequest request, PayloadEncoding encoding, CanonicalQuery query)
    {
        var headers = request.Headers;
        var trailing = TrailingChecksum(headers, encoding);
        var (algorithm, value) = DescribesObject(request, query) ? (null, null) : HeaderChecksum(headers);
        if (trailing is not null && algorithm is not null) throw PayloadErrors.SeveralChecksums();
        if (!encoding.IsChunked && IsAwsChunked(headers))
            throw PayloadErrors.InvalidRequest("Content-Encoding aws-chunked requires a STREAMING value of x-amz-content-sha256.");
        return new PayloadDeclaration(
            encoding,
            encoding.IsChunked ? DecodedLength(headers) : request.ContentLength,
            Md5Of(headers),
            algorithm ?? trailing ?? Announced(headers),
            value,
            trailing is not null);
    }

    private static bool IsAwsChunked(IHeaderDictionary headers) =>
        headers.GetCommaSeparatedValues("Content-Encoding").Contains("aws-chunked", StringComparer.OrdinalIgnoreCase);

    // The checksum headers of CompleteMultipartUpload are about the object, not about the list of parts in the body.
    private static bool DescribesObject(HttpRequest request, CanonicalQuery query) => HttpMethods.IsPost(request.Method) && query.Has("uploadId");

    private static (ChecksumAlgorithm? Algorithm, byte[]? Value) HeaderChecksum(IHeaderDictionary headers)
    {
        (ChecksumAlgorithm?, byte[]?) found = (null, null);
        foreach (var algorithm in Signing.Checksum.All)
        {
            var header = Signing.Checksum.HeaderOf(algorithm);
            if (!headers.TryGetValue(header, out var text)) continue;
            if (found != (null, null)) throw PayloadErrors.SeveralChecksums();
            found = (algorithm, Signing.Checksum.Parse(algorithm, text.ToString()) ?? throw PayloadErrors.InvalidHeader(header));
        }

        return found;
    }

    private static ChecksumAlgorithm? TrailingChecksum(IHeaderDictionary headers, PayloadEncoding encoding)
    {
        var names = headers.GetCommaSeparatedValues("x-amz-trailer");
        if (names.Length > 0 && !encoding.HasTrailers)
            throw PayloadErrors.InvalidRequest("x-amz-trailer requires a value of x-amz-content-sha256 that ends in -TRAILER.");
        return names switch
        {
            [] => null,
            [var name] => Signing.Checksum.FindByHeader(name)
                ?? throw PayloadErrors.InvalidRequest("The value specified in the x-amz-trailer header is not supported"),
            _ => throw PayloadErrors.SeveralChecksums(),
        };
    }

    private static ChecksumAlgorithm? Announced(IHeaderDictionary headers)
    {
        const string Header = "x-amz-sdk-checksum-algorithm";
        return headers.TryGetValue(Header, out var name)
            ? Signing.Checksum.Find(name.ToString()) ?? throw PayloadErrors.InvalidHeader(Header) : null;
    }

    private static long DecodedLength(IHeaderDictionary headers)
    {
        const string Header = "x-amz-decoded-content-length";
        if (!headers.TryGetValue(Header, out var text))
            throw new ServiceErrorException("MissingContentLength", $"You must provide the {Header} HTTP header.", 411);
        return long.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length : throw PayloadErrors.InvalidHeader(Header);
    }

    private static byte[]? Md5Of(IHeaderDictionary headers)
    {
        if (!headers.TryGetValue("Content-MD5", out var values)) return null;
        var md5 = new byte[Md5Length];
        return Convert.TryFromBase64String(values.ToString(), md5, out var length) && length == Md5Length
            ? md5 : throw PayloadErrors.InvalidContentMd5(values.ToString());
    }
}
