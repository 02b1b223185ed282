using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>The rules of checksums in multipart uploads.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html"/></remarks>
internal static class UploadChecksums
{
    /// <summary>Algorithm (null: none asked for) and type that the initiation asks for.</summary>
    /// <exception cref="Protocols.ServiceErrorException">InvalidRequest: not an algorithm, or a type it does not have.</exception>
    public static (ChecksumAlgorithm? Algorithm, string Type) Parse(S3Request request)
    {
        ChecksumAlgorithm? algorithm = null;
        if (request.Header("x-amz-checksum-algorithm") is { } name)
            algorithm = Checksum.Find(name) ?? throw S3Errors.InvalidRequest("Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
        var type = request.Header("x-amz-checksum-type")?.ToUpperInvariant();
        if (type is not null && algorithm is null) throw S3Errors.InvalidRequest("The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        if (type is not (null or ChecksumTypes.FullObject or ChecksumTypes.Composite))
            throw S3Errors.InvalidRequest("Value for x-amz-checksum-type header is invalid.");
        type ??= algorithm is null or ChecksumAlgorithm.Crc64Nvme ? ChecksumTypes.FullObject : ChecksumTypes.Composite;
        if (algorithm is { } chosen && !Allows(chosen, type))
            throw S3Errors.InvalidRequest($"The {type} checksum type cannot be used with the {Checksum.NameOf(chosen).ToLowerInvariant()} checksum algorithm.");
        return (algorithm, type);
    }

    /// <summary>The algorithm that every part has a checksum of.</summary>
    public static ChecksumAlgorithm Of(MultipartUpload upload) => Checksum.Find(upload.ChecksumAlgorithm) ?? UploadBody.DefaultAlgorithm;

    /// <summary>The object's checksum from those of its parts.</summary>
    public static Dictionary<string, string> Combine(MultipartUpload upload, IReadOnlyList<UploadedPart> parts)
    {
        var algorithm = Of(upload);
        var name = Checksum.NameOf(algorithm);
        var value = upload.ChecksumType == ChecksumTypes.FullObject
            ? Checksum.FullObject(algorithm, [.. parts.Select(part => (part.Checksums[name], part.Body.Size))])
            : Checksum.Composite(algorithm, [.. parts.Select(part => part.Checksums[name])]);
        return new Dictionary<string, string> { [name] = value };
    }

    private static bool Allows(ChecksumAlgorithm algorithm, string type) => algorithm switch
    {
        ChecksumAlgorithm.Crc64Nvme => type == ChecksumTypes.FullObject,
        ChecksumAlgorithm.Sha1 or ChecksumAlgorithm.Sha256 => type == ChecksumTypes.Composite,
        _ => true,
    };
}
