using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>Takes in the body of a PUT: checks its size beforehand, and computes one checksum if the client sent none.</summary>
internal static class UploadBody
{
    /// <summary>5 GiB: the most that one PUT or one part may have.</summary>
    public const long MaxBytes = 5L * 1024 * 1024 * 1024;

    /// <summary>What S3 computes when it is not told.</summary>
    public const ChecksumAlgorithm DefaultAlgorithm = ChecksumAlgorithm.Crc64Nvme;

    /// <param name="algorithm">The checksum that must be known at the end; null: any, the default if there is none.</param>
    /// <returns>The staged body, and its checksums by upper-case name.</returns>
    /// <exception cref="Protocols.ServiceErrorException">MissingContentLength, EntityTooLarge, or a digest that does not match.</exception>
    public static async Task<(StagedBody Body, IReadOnlyDictionary<string, string> Checksums)> StageAsync(
        S3Request request, ObjectStore objects, ChecksumAlgorithm? algorithm)
    {
        if (request.Payload.DecodedLength is not { } length) throw S3Errors.MissingContentLength();
        if (length > MaxBytes) throw S3Errors.EntityTooLarge(length, MaxBytes);
        if (ToCompute(request, algorithm) is not { } missing)
            return (await objects.StageAsync(request.Http.Request.Body, length, request.Aborted), request.Payload.Checksums);

        using var checksum = Checksum.Create(missing);
        await using var body = new ChecksummedStream(request.Http.Request.Body, checksum);
        var staged = await objects.StageAsync(body, length, request.Aborted);
        var checksums = new Dictionary<string, string>(request.Payload.Checksums) { [Checksum.NameOf(missing)] = checksum.GetBase64() };
        return (staged, checksums);
    }

    private static ChecksumAlgorithm? ToCompute(S3Request request, ChecksumAlgorithm? wanted)
    {
        var sent = request.Payload.RequestedAlgorithm;
        if (wanted is null) return sent is null ? DefaultAlgorithm : null;
        return sent == wanted ? null : wanted;
    }
}
