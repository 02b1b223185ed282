using System.Diagnostics;
using System.Security.Cryptography;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>S3's checksums: names, headers and calculators.</summary>
internal static partial class Checksum
{
    public const string HeaderPrefix = "x-amz-checksum-";

    public static IReadOnlyList<ChecksumAlgorithm> All { get; } = Enum.GetValues<ChecksumAlgorithm>();

    /// <summary>The name in requests, answers and stored metadata, for example <c>CRC64NVME</c>.</summary>
    public static string NameOf(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => "CRC32",
        ChecksumAlgorithm.Crc32C => "CRC32C",
        ChecksumAlgorithm.Crc64Nvme => "CRC64NVME",
        ChecksumAlgorithm.Sha1 => "SHA1",
        ChecksumAlgorithm.Sha256 => "SHA256",
        _ => throw new UnreachableException(),
    };

    /// <summary>The algorithm of that name in any case, or null.</summary>
    public static ChecksumAlgorithm? Find(string? name)
    {
        foreach (var algorithm in All)
        {
            if (NameOf(algorithm).Equals(name, StringComparison.OrdinalIgnoreCase)) return algorithm;
        }

        return null;
    }

    /// <summary>The header or trailer that carries the value, for example <c>x-amz-checksum-crc64nvme</c>.</summary>
    public static string HeaderOf(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => "x-amz-checksum-crc32",
        ChecksumAlgorithm.Crc32C => "x-amz-checksum-crc32c",
        ChecksumAlgorithm.Crc64Nvme => "x-amz-checksum-crc64nvme",
        ChecksumAlgorithm.Sha1 => "x-amz-checksum-sha1",
        ChecksumAlgorithm.Sha256 => "x-amz-checksum-sha256",
        _ => throw new UnreachableException(),
    };

    /// <summary>The algorithm whose value that header or trailer carries, or null.</summary>
    public static ChecksumAlgorithm? FindByHeader(string header) =>
        header.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase) ? Find(header[HeaderPrefix.Length..]) : null;

    /// <summary>Length of the value in bytes, before base64.</summary>
    public static int LengthOf(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 or ChecksumAlgorithm.Crc32C => 4,
        ChecksumAlgorithm.Crc64Nvme => 8,
        ChecksumAlgorithm.Sha1 => 20,
        ChecksumAlgorithm.Sha256 => 32,
        _ => throw new UnreachableException(),
    };

    /// <summary>The value's bytes, or null when the text is no base64 of the algorithm's length.</summary>
    public static byte[]? Parse(ChecksumAlgorithm algorithm, string base64)
    {
        var value = new byte[LengthOf(algorithm)];
        return base64.Length == (value.Length + 2) / 3 * 4
            && Convert.TryFromBase64String(base64, value, out var length)
            && length == value.Length ? value : null;
    }

    public static IncrementalChecksum Create(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => new Crc32Checksum(),
        ChecksumAlgorithm.Crc32C => new Crc32CChecksum(),
        ChecksumAlgorithm.Crc64Nvme => new Crc64NvmeChecksum(),
        ChecksumAlgorithm.Sha1 => new HashChecksum(algorithm, HashAlgorithmName.SHA1),
        ChecksumAlgorithm.Sha256 => new HashChecksum(algorithm, HashAlgorithmName.SHA256),
        _ => throw new UnreachableException(),
    };
}
