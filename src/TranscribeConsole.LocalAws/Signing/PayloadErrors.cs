using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>S3's refusals of a body that is not what its headers, its chunks or its trailers say.</summary>
internal static class PayloadErrors
{
    public static ServiceErrorException Incomplete() => new(
        "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header", 400);

    public static ServiceErrorException TimedOut() => new(
        "RequestTimeout",
        "Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.",
        400);

    public static ServiceErrorException InvalidChunkSize(string reason) => new("InvalidChunkSizeError", reason, 400);

    public static ServiceErrorException MalformedTrailer() => new(
        "MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform to our published schema.", 400);

    public static ServiceErrorException ChunkSignatureMismatch() => new(
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
        403);

    public static ServiceErrorException Sha256Mismatch(string claimed, string computed) => new(
        "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.", 400)
    { Details = [new("ClientComputedContentSHA256", claimed), new("S3ComputedContentSHA256", computed)] };

    public static ServiceErrorException InvalidContentMd5(string value) => new(
        "InvalidDigest", "The Content-MD5 you specified was invalid.", 400)
    { Details = [new("Content-MD5", value)] };

    public static ServiceErrorException Md5Mismatch(string expected, string calculated) => new(
        "BadDigest", "The Content-MD5 you specified did not match what we received.", 400)
    { Details = [new("ExpectedDigest", expected), new("CalculatedDigest", calculated)] };

    public static ServiceErrorException ChecksumMismatch(ChecksumAlgorithm algorithm) => new(
        "BadDigest", $"The {Checksum.NameOf(algorithm)} you specified did not match the calculated checksum.", 400);

    public static ServiceErrorException InvalidHeader(string header) => new(
        "InvalidRequest", $"Value for {header} header is invalid.", 400);

    public static ServiceErrorException InvalidTrailer(string trailer) => new(
        "InvalidRequest", $"Value for {trailer} trailing header is invalid.", 400);

    public static ServiceErrorException SeveralChecksums() => new(
        "InvalidRequest", "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.", 400);

    public static ServiceErrorException InvalidRequest(string message) => new("InvalidRequest", message, 400);
}
